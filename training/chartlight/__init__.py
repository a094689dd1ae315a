"""Training of the Chartlight student: corpora in, a verified folder of weights out."""
