"""Which thing a name means: the gazetteer, the lexicons, short names, 我市 and 该公司; one identity for each thing."""
