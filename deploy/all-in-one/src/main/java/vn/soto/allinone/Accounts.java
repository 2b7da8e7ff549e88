package vn.soto.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.soto.contracts.access.Role;

/**
 * One account per role, with the role as its name and a random password of 128 bits, and a second administrator, who
 * approves what takes two persons. The first start writes them as lines {@code name:password} to a file that only its
 * owner may read. Lines may be added: a name is a role, or a role, a hyphen and anything, such as {@code officer-lan}.
 */
final class Accounts {

    private static final String SECOND_ADMINISTRATOR = "administrator-2";

    private Accounts() {}

    record Account(String name, String password, Role role) {}

    static List<Account> readOrCreate(Path file) {
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            List<Account> accounts =
                    Files.readAllLines(file).stream().map(Accounts::account).toList();
            if (accounts.isEmpty()) {
                throw new IllegalStateException("the accounts file " + file + " is empty; remove it to make it anew");
            }
            return accounts;
        } catch (IOException e) {
            throw new UncheckedIOException("accounts file " + file, e);
        }
    }

    private static void create(Path file) throws IOException {
        SecureRandom random = new SecureRandom();
        List<String> lines = new ArrayList<>();
        for (String name : names()) {
            byte[] secret = new byte[16];
            random.nextBytes(secret);
            lines.add(name + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        }
        Path unfinished = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "accounts",
                ".unfinished",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(unfinished, lines, StandardCharsets.UTF_8);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Account account(String line) {
        int colon = line.indexOf(':');
        if (colon < 1 || colon == line.length() - 1) {
            throw new IllegalStateException("each line of the accounts file is name:password");
        }
        String name = line.substring(0, colon);
        String role = name.split("-", 2)[0];
        return new Account(name, line.substring(colon + 1), Role.valueOf(role.toUpperCase(Locale.ROOT)));
    }

    private static List<String> names() {
        return Stream.concat(
                        Stream.of(Role.values()).map(role -> role.name().toLowerCase(Locale.ROOT)),
                        Stream.of(SECOND_ADMINISTRATOR))
                .toList();
    }
}
