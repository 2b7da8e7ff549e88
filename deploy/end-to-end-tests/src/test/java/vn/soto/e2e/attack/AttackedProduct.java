package vn.soto.e2e.attack;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import vn.soto.e2e.AllInOne;
import vn.soto.e2e.SharedProducts;

/** The product that is attacked, with the data of version 1, and a look into its files that does not go through it. */
final class AttackedProduct implements AutoCloseable {

    /** Held by each class that compares what is stored before and after. */
    static final String LOCK = "version-1";

    private final AllInOne product = SharedProducts.version1();
    private final Connection ledger;
    private final Connection keys;

    private AttackedProduct(Path data) throws SQLException {
        this.ledger = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("ledger.sqlite"));
        this.keys = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("keys.sqlite"));
    }

    /** Waits until the plans that were under way have ended. */
    static AttackedProduct open() {
        try {
            AttackedProduct attacked = new AttackedProduct(SharedProducts.version1Folder());
            attacked.awaitPlans();
            return attacked;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Everything durable, in a few numbers: the last commit that a request made, as plans go on by themselves, and the
     * keys and erased keys.
     */
    record Stored(long commit, long keys, long lastKey, long erased) {}

    Stored stored() {
        try (Statement commits = ledger.createStatement();
                ResultSet tail =
                        commits.executeQuery("SELECT max(number) FROM commits WHERE correlation NOT LIKE 'plan-%'");
                Statement subjects = keys.createStatement();
                ResultSet row = subjects.executeQuery(
                        "SELECT count(*), max(id), total(wrapped = zeroblob(length(wrapped))) FROM keys")) {
            return new Stored(tail.getLong(1), row.getLong(1), row.getLong(2), row.getLong(3));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until no plan is under way, as plans write keys, too. */
    void awaitPlans() {
        product.awaitCaughtUp();
        while (product.get("auditor", "/api/plans?limit=100").body().matches("(?s).*\"state\":\"(READY|RUNNING)\".*")) {
            product.awaitCaughtUp();
        }
    }

    AllInOne product() {
        return product;
    }

    @Override
    public void close() {
        try {
            ledger.close();
            keys.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
