package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import vn.soto.allinone.account.AccountsFile;
import vn.soto.contracts.access.Role;

/** Persons of a story, each with an account of their own, who may do what the ledger grants them in their area, and nothing else. */
final class PeopleOfAreas {

    /** The account that may do everything everywhere from the start. */
    static final String ADMINISTRATOR = "administrator";

    private static final String AUDITOR = "auditor";
    /** The first if the account has no such right anywhere, the second if its right does not reach the place. */
    private static final List<String> FORBIDDEN = List.of(
            "urn:soto:problem:not-allowed",
            "urn:soto:problem:right-reaches-the-place",
            "urn:soto:problem:unit-itself-is-decided-above");

    private static final String FIRST_DAY = "2026-06-25";

    private PeopleOfAreas() {}

    /** The product with these accounts beside those of each role; an auditor may read everything. */
    static CommuneClient client(Path folder, LocalDate first, List<String> accounts, String... settings) {
        register(folder, accounts);
        String[] all = Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = "--soto.first-administrator=" + ADMINISTRATOR;
        CommuneClient client = new CommuneClient(folder, first, all);
        firstGrant(client);
        return client;
    }

    private static void register(Path folder, List<String> accounts) {
        DataFolder.ensure(folder);
        Path file = folder.resolve("accounts");
        AccountsFile.create(file);
        try {
            Files.write(
                    file,
                    accounts.stream()
                            .map(name -> name + ":mat-khau-cua-" + name)
                            .toList(),
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Succeeds once the first administrator is recorded, which the start does by itself. */
    private static void firstGrant(CommuneClient client) {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (client.status(ADMINISTRATOR, "/api/accounts/" + AUDITOR + "/roles", grant(Role.AUDITOR, "")) != 201) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }

    private static String grant(Role role, String area) {
        return "{\"role\":\"%s\",%s\"effectiveFrom\":\"%s\",\"reason\":\"DUTY_ASSIGNED\"}"
                .formatted(role, area, FIRST_DAY);
    }

    /** The administrator grants a role in a unit. */
    static void granted(CommuneClient client, String account, Role role, String unit) {
        client.tell(
                ADMINISTRATOR,
                "/api/accounts/" + account + "/roles",
                grant(role, "\"area\":{\"unit\":\"" + unit + "\"},"));
    }

    /** The administrator says that an account is a member of teams; what follows of it is the member's, or the leader's. */
    static void linked(CommuneClient client, String account, String member) {
        client.tell(
                ADMINISTRATOR,
                "/api/accounts/" + account + "/person",
                "{\"member\":\"%s\",\"effectiveFrom\":\"%s\",\"reason\":\"DUTY_ASSIGNED\"}"
                        .formatted(member, FIRST_DAY));
    }

    /** Each of these may not send a command, and nothing is recorded. */
    static void forbidden(CommuneClient client, String path, String body, String... accounts) {
        long before = client.tail();
        for (String account : accounts) {
            JsonNode problem = client.sent(account, path, body, 403);
            assertThat(problem.get("type").asString()).as(account + " " + path).isIn(FORBIDDEN);
        }
        assertThat(client.tail()).isEqualTo(before);
    }

    /** Names of accounts with a number each. */
    static Stream<String> numbered(String name, int count) {
        return Stream.iterate(0, number -> number < count, number -> number + 1).map(number -> name + number);
    }
}
