"""Screenshots and PDFs of the real page, and the marks on pages that show them."""
