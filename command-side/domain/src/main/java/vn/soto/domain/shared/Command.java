package vn.soto.domain.shared;

/** A command: a typed record with {@link ClientCommand}; personal data in it is sealed. */
public interface Command {

    /** The public name of a command class. */
    static String nameOf(Class<? extends Command> type) {
        return issued(type).as();
    }

    /** The declaration of how clients issue a command class. */
    static ClientCommand issued(Class<? extends Command> type) {
        ClientCommand issued = type.getAnnotation(ClientCommand.class);
        if (issued == null) {
            throw new IllegalArgumentException("a command states how it is issued: " + type);
        }
        return issued;
    }
}
