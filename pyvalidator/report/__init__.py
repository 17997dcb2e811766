"""From findings to the report: sentences, places, masking, the matrix, and the forms in which it is taken away."""
