x = "é" + y  # BOM
