package vn.soto.projection;

import java.util.Set;

/**
 * Tells the failures of the read models' store: of their file, or of their database, whose driver a program with embedded
 * stores ships without.
 */
public final class StoreFailure {

    private static final boolean DRIVER = isShipped();

    private StoreFailure() {}

    private static boolean isShipped() {
        try {
            var _ = Class.forName("com.mongodb.MongoException", false, StoreFailure.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Not one that says what was wrong with a document, which another try would meet again. */
    public static boolean is(Throwable failure) {
        return failure instanceof ReadModelsUnavailableException || (DRIVER && OfTheDriver.is(failure));
    }

    private static final class OfTheDriver {

        /** Of a document, or of one after an update, that is too large for the server; see its error codes. */
        private static final Set<Integer> TOO_LARGE = Set.of(10334, 17419, 17420);

        private static boolean is(Throwable failure) {
            return switch (failure) {
                case com.mongodb.MongoBulkWriteException bulk ->
                    bulk.getWriteErrors().stream().noneMatch(error -> TOO_LARGE.contains(error.getCode()));
                case com.mongodb.MongoException other -> !TOO_LARGE.contains(other.getCode());
                default -> false;
            };
        }
    }
}
