package vn.soto.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The page about the commands of one sealed file. It has two parts, made by tests of two modules: what the code says of each command, and
 * who may issue it. Each is replaced without the other.
 */
public final class CommandPage {

    /** From the folder of any module. */
    public static final Path FOLDER = Path.of("../../command-side/commands");

    private static final String RIGHTS = "\n## Who may issue them\n";

    private final Path file;

    /** @param name of the file */
    public CommandPage(String name) {
        this.file = FOLDER.resolve(name);
    }

    /** The name of the page's file: {@code SupportRequestCommand} as "support-request.md". */
    public static String nameOf(Class<?> commands) {
        return titleOf(commands).replace(' ', '-') + ".md";
    }

    /** {@code SupportRequestCommand} as "support request". */
    public static String titleOf(Class<?> commands) {
        return commands.getSimpleName()
                .replaceFirst("Command$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    public String commands() {
        String text = text();
        return text.substring(0, rightsAt(text));
    }

    /** Without its heading. */
    public String rights() {
        String text = text();
        return text.substring(Math.min(text.length(), rightsAt(text) + RIGHTS.length()));
    }

    public void writeCommands(String commands) {
        write(commands, rights());
    }

    public void writeRights(String rights) {
        write(commands(), rights);
    }

    private void write(String commands, String rights) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(file, commands + RIGHTS + rights);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int rightsAt(String text) {
        int at = text.indexOf(RIGHTS);
        return at < 0 ? text.length() : at;
    }
}
