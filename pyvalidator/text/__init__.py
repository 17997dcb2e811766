"""Words and characters, whatever they are about: the nearest word, doubtful characters, names of JSON's types."""
