"""The vendors' conformance kit."""
