"""The three editions (hosted, unzipped folder, one file), their content security policy, and the build of all."""
