package vn.soto.paper;

/** The cuts of Liberation Serif, whose letters are as wide as those of Times New Roman. */
enum Face {
    REGULAR("Regular"),
    BOLD("Bold"),
    ITALIC("Italic"),
    BOLD_ITALIC("BoldItalic");

    private final String file;

    Face(String file) {
        this.file = file;
    }

    /** Name of the file beside this class. */
    String file() {
        return "LiberationSerif-" + file + ".ttf";
    }
}
