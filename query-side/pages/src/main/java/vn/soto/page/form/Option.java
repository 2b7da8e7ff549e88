package vn.soto.page.form;

/**
 * Something that can be chosen.
 *
 * @param value value that the command takes; shown to nobody
 * @param name  name for this reader
 * @param note  distinction from others of the same name: place, former names, days; empty if there is none
 */
public record Option(String value, String name, String note) {

    public static Option of(String value, String name) {
        return new Option(value, name, "");
    }
}
