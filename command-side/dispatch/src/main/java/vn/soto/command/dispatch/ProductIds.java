package vn.soto.command.dispatch;

import java.util.UUID;

/** UUIDs of version 8 are the product's own: ids it derives for steps of plans and for what files and plans create. */
public final class ProductIds {

    private static final int VERSION = 8;

    private ProductIds() {}

    /** Whether the id is reserved: no client may give it to a command, to a plan or to something new. */
    public static boolean isReserved(UUID id) {
        return id.version() == VERSION;
    }

    /** The same for the text of an id, which need not be a UUID. */
    public static boolean isReserved(String id) {
        try {
            return isReserved(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
