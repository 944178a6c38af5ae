"""A study as linked data: an RO-Crate of its findings, evidence and checks, with who did what when."""
