def after_form_feed():
    pass

class C:
    x = 1
    y = 2
