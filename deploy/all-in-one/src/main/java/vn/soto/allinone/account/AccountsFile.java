package vn.soto.allinone.account;

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
 * Accounts in a file of lines {@code name:password} that its owner alone may read. A name is a role, or a role, a hyphen and anything,
 * such as {@code officer-lan}; the role is what the sign-in asserts. Earlier versions kept all accounts there; a demo still writes one
 * of each role, and a second administrator, who approves what takes two persons. The store takes them over.
 */
public final class AccountsFile {

    private static final String SECOND_ADMINISTRATOR = "administrator-2";

    private AccountsFile() {}

    /** @param password in clear */
    public record Line(String name, String password, Role role) {}

    /** The lines of the file; none if there is no file. */
    public static List<Line> read(Path file) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(AccountsFile::line).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("accounts file " + file, e);
        }
    }

    /** Writes one account of each role and a second administrator, with random passwords of 128 bits. */
    public static void create(Path file) {
        try {
            write(file);
        } catch (IOException e) {
            throw new UncheckedIOException("accounts file " + file, e);
        }
    }

    private static void write(Path file) throws IOException {
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

    private static Line line(String line) {
        int colon = line.indexOf(':');
        if (colon < 1 || colon == line.length() - 1) {
            throw new IllegalStateException("each line of the accounts file is name:password");
        }
        String name = line.substring(0, colon);
        Role role = Stream.of(Role.values())
                .filter(each -> (name.toLowerCase(Locale.ROOT) + "-").startsWith(nameOf(each) + "-"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a name in the accounts file begins with a role"));
        return new Line(name, line.substring(colon + 1), role);
    }

    private static List<String> names() {
        return Stream.concat(Stream.of(Role.values()).map(AccountsFile::nameOf), Stream.of(SECOND_ADMINISTRATOR))
                .toList();
    }

    /** The name of the first account of a role. */
    public static String nameOf(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
