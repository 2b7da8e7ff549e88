package vn.soto.open.http;

/**
 * The frame of an open page. It is the same for everybody: the language is in the address, and nothing of a browser is asked.
 *
 * @param root  address of the first page in this language
 * @param other address of the same page in the other language; empty if it has none
 */
public record OpenFrame(OpenTexts texts, String title, String root, String other) {

    static OpenFrame of(OpenAddress address, String title) {
        return new OpenFrame(
                new OpenTexts(address.language()),
                title,
                address.root(),
                address.in(OpenAddress.other(address.language())).path());
    }

    public String t(String key, Object... arguments) {
        return texts.t(key, arguments);
    }
}
