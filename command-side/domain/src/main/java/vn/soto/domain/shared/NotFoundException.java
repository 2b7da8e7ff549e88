package vn.soto.domain.shared;

/** A command names an aggregate that does not exist; nothing was recorded. */
public final class NotFoundException extends RuntimeException {

    private final String kind;
    private final String id;

    /** @param kind type of aggregate, such as {@code team} */
    public NotFoundException(String kind, String id) {
        super(kind + " " + id + " does not exist", null, false, false);
        this.kind = kind;
        this.id = id;
    }

    public String kind() {
        return kind;
    }

    public String id() {
        return id;
    }
}
