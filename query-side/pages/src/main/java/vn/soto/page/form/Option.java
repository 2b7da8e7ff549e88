package vn.soto.page.form;

/**
 * Something that can be chosen.
 *
 * @param value what the command takes; nobody reads it
 * @param name  what it is called, for this reader
 * @param note  what tells it from others of the same name: where it lies, former names, days; empty if nothing does
 */
public record Option(String value, String name, String note) {

    public static Option of(String value, String name) {
        return new Option(value, name, "");
    }
}
