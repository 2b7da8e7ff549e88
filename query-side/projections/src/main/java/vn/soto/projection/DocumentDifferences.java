package vn.soto.projection;

/**
 * How documents that were made anew differ from those whose place they take.
 *
 * @param other of the same id, with another content
 * @param gone  only among the old ones
 * @param added only among the new ones
 */
public record DocumentDifferences(long other, long gone, long added) {

    public static final DocumentDifferences NONE = new DocumentDifferences(0, 0, 0);

    public DocumentDifferences and(DocumentDifferences more) {
        return new DocumentDifferences(other + more.other, gone + more.gone, added + more.added);
    }
}
