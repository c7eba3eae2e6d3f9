"""What there is to translate, what has been, what is out of date, and the files that translators exchange."""
