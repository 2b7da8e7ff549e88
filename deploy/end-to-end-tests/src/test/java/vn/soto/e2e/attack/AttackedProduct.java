package vn.soto.e2e.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import vn.soto.e2e.AllInOne;
import vn.soto.e2e.Version1;

/** A product with the data of version 1, and a look into its files that does not go through it. */
final class AttackedProduct implements AutoCloseable {

    private final Path data;
    private final AllInOne product;
    private final Connection ledger;
    private final Connection keys;

    private AttackedProduct(Path data, AllInOne product) throws SQLException {
        this.data = data;
        this.product = product;
        this.ledger = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("ledger.sqlite"));
        this.keys = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("keys.sqlite"));
    }

    /** Starts it in an empty folder and waits until the plans that were under way have ended. */
    static AttackedProduct start(Path folder) {
        Path data = Version1.copyTo(folder.resolve("data"));
        AllInOne product = AllInOne.startAlone(
                data, Version1.SETTINGS[0], Version1.SETTINGS[1], "--soto.query.read-your-writes-timeout=50ms");
        try {
            AttackedProduct attacked = new AttackedProduct(data, product);
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
                ResultSet tail = commits.executeQuery(
                        "SELECT max(number) FROM commits WHERE correlation NOT LIKE 'plan-%'");
                Statement subjects = keys.createStatement();
                ResultSet row = subjects.executeQuery(
                        "SELECT count(*), max(id), total(wrapped = zeroblob(length(wrapped))) FROM keys")) {
            return new Stored(tail.getLong(1), row.getLong(1), row.getLong(2), row.getLong(3));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until no plan is under way, so that only requests write. */
    void awaitPlans() {
        product.awaitCaughtUp();
        while (product.get("auditor", "/api/plans?limit=100").body().matches("(?s).*\"state\":\"(READY|RUNNING)\".*")) {
            product.awaitCaughtUp();
        }
    }

    AllInOne product() {
        return product;
    }

    Path data() {
        return data;
    }

    /** Stops it as an operator would. */
    @Override
    public void close() {
        try {
            ledger.close();
            keys.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        product.close();
    }
}
