"""How much of a file was looked at: fields without a place, and data outside the places of the layout."""
