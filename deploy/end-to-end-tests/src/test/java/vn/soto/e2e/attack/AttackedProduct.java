package vn.soto.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import vn.soto.e2e.SharedProducts;
import vn.soto.harness.AllInOne;
import vn.soto.harness.Version1;

/** The product that is attacked, with the data of version 1, and a look into its files that does not go through it. */
final class AttackedProduct implements AutoCloseable {

    /** An account without any right, where the ledger says who has one. */
    static final String WITHOUT_RIGHTS = "member";

    private static final String SINCE = "'effectiveFrom':'2025-05-05','reason':'DUTY_ASSIGNED'";

    /** Held by each class that compares what is stored before and after. */
    static final String LOCK = "version-1";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** Accounts and what the ledger lets them do: in a commune, everywhere, as the person they are. One has nothing. */
    private static final Map<String, String> RIGHTS = Map.of(
            "officer", granted("OFFICER", "'area':{'unit':'c-1'},"),
            "administrator-commune", granted("ADMINISTRATOR", "'area':{'unit':'c-1'},"),
            "viewer", granted("VIEWER", "'area':{'unit':'c-1'},"),
            "auditor", granted("AUDITOR", ""),
            "operator", granted("OPERATOR", ""),
            "organisation-officer",
                    granted("ORGANISATION_OFFICER", "'area':{'organisation':'01943900-0000-7000-8000-000000000007'},"),
            "leader", "person {'member':'m-an',%s}".formatted(SINCE),
            "member-binh", "person {'member':'m-binh',%s}".formatted(SINCE));

    private final AllInOne product;
    private final Connection ledger;
    private final Connection keys;
    private final boolean own;

    private AttackedProduct(AllInOne product, Path data, boolean own) throws SQLException {
        this.product = product;
        this.own = own;
        this.ledger = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("ledger.sqlite"));
        this.keys = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("keys.sqlite"));
    }

    /** Waits until the plans that were under way have ended. */
    static AttackedProduct open() {
        try {
            AttackedProduct attacked =
                    new AttackedProduct(SharedProducts.version1(), SharedProducts.version1Folder(), false);
            attacked.awaitPlans();
            return attacked;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String granted(String role, String area) {
        return "roles {'role':'%s',%s%s}".formatted(role, area, SINCE);
    }

    /** One of its own, in whose ledger accounts of every role have a part of the province. */
    static AttackedProduct withAreas(Path folder) {
        AllInOne product = AllInOne.start(
                withAccounts(Version1.copyTo(folder)),
                Version1.settings(
                        "--soto.query.read-your-writes-timeout=50ms", "--soto.first-administrator=administrator"));
        try {
            AttackedProduct attacked = new AttackedProduct(product, folder, true);
            RIGHTS.forEach(attacked::give);
            attacked.awaitPlans();
            return attacked;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds the accounts that version 1 did not have to the file from which a start takes them over. */
    private static Path withAccounts(Path folder) {
        Path accounts = folder.resolve("accounts");
        try {
            List<String> known = Files.readAllLines(accounts);
            Files.write(
                    accounts,
                    RIGHTS.keySet().stream()
                            .filter(name -> known.stream().noneMatch(line -> line.startsWith(name + ":")))
                            .sorted()
                            .map(name -> name + ":" + UUID.randomUUID())
                            .toList(),
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** The accounts that have some right, besides the administrator. */
    static Set<String> withRights() {
        return RIGHTS.keySet();
    }

    /** Once the first administrator is recorded, which the start does by itself. */
    private void give(String account, String right) {
        String[] parts = right.split(" ", 2);
        String address = "/api/accounts/" + account + "/" + parts[0];
        long begun = System.nanoTime();
        HttpResponse<String> answer;
        do {
            answer = product.post("administrator", address, parts[1].replace('\'', '"'));
        } while (answer.statusCode() != 201
                && System.nanoTime() - begun < Duration.ofMinutes(2).toNanos());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
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
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
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
            if (own) {
                product.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
