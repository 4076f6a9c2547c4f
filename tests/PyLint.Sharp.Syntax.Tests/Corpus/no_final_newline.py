last = 1
without_newline = 2