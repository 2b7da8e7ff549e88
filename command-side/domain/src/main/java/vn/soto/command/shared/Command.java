package vn.soto.command.shared;

/** Something asked of the system: a record with {@link CommandName}, typed, without personal data. */
public interface Command {

    /** The public name of a kind of command. */
    static String nameOf(Class<? extends Command> type) {
        CommandName name = type.getAnnotation(CommandName.class);
        if (name == null) {
            throw new IllegalArgumentException("a command states its name: " + type);
        }
        return name.value();
    }
}
