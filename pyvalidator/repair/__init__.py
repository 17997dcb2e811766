"""Files written anew: in another layout, or with their text repaired. The original is never changed."""
