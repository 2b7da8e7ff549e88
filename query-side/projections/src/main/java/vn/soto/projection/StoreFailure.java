package vn.soto.projection;

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

    public static boolean is(Throwable failure) {
        return failure instanceof ReadModelsUnavailableException || (DRIVER && OfTheDriver.is(failure));
    }

    private static final class OfTheDriver {

        private static boolean is(Throwable failure) {
            return failure instanceof com.mongodb.MongoException;
        }
    }
}
