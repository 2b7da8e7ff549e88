package vn.soto.command.privacy;

import static vn.soto.domain.person.PersonRule.PERSONAL_DATA_IS_ABOUT_SOMEBODY;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.person.SubjectKind;
import vn.soto.contracts.shared.Sealed;
import vn.soto.domain.person.PersonalData;
import vn.soto.domain.person.PersonalText;
import vn.soto.domain.shared.Command;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.privacy.SubjectKey;

/**
 * Checks personal data in the clear, then seals it under its subject's key. All checks precede the creation of a key, which
 * is stored once the command that records the data is accepted. No personal data is cached, and none appears in a message.
 */
public final class KeyringSealer implements PersonalDataSealer {

    /** Replaces a subject whose id is malformed; reading the command will fail. */
    private static final Subject NOBODY = new Subject(SubjectKind.MEMBER, "nobody");

    private static final UUID DRY_RUN = new UUID(0, 0);

    private final Keyring keyring;
    private final LedgerReader ledger;
    private final ErasedSubjects erased;
    private final Map<Class<? extends Command>, SealedFields> kinds;

    /**
     * @param commands all types of commands
     * @throws IllegalArgumentException a command does not mark the subject of its personal data
     */
    public KeyringSealer(Keyring keyring, LedgerReader ledger, List<Class<? extends Command>> commands) {
        this.keyring = keyring;
        this.ledger = ledger;
        this.erased = new ErasedSubjects(ledger);
        this.kinds = commands.stream().collect(Collectors.toUnmodifiableMap(kind -> kind, SealedFields::of));
    }

    @Override
    public Held sealHeld(Class<? extends Command> command, ObjectNode payload, UUID commandId, UUID decided) {
        List<Runnable> releases = new ArrayList<>();
        Runnable release = () -> releases.forEach(Runnable::run);
        try {
            return new Held(
                    seal(command, payload, commandId, subject -> heldKey(subject, commandId, decided, releases)),
                    release);
        } catch (RuntimeException e) {
            release.run();
            throw e;
        }
    }

    private SubjectKey heldKey(Subject subject, UUID commandId, UUID decided, List<Runnable> releases) {
        return keyring.hold(subject, decided)
                .map(held -> {
                    releases.add(held.release());
                    return held.key();
                })
                .orElseGet(() -> keyForARepeat(subject, commandId));
    }

    @Override
    public ObjectNode sealForDryRun(Class<? extends Command> command, ObjectNode payload) {
        return seal(
                command,
                payload,
                DRY_RUN,
                subject -> keyring.knownKeyOf(subject).orElseGet(() -> keyOfNobodyYet(subject)));
    }

    @Override
    public ObjectNode sealUnopenable(Class<? extends Command> command, ObjectNode payload) {
        return seal(command, payload, DRY_RUN, SubjectKey::fresh);
    }

    @Override
    public boolean areKnown(Class<? extends Command> command, ObjectNode payload) {
        Set<Subject> about = new HashSet<>();
        seal(command, payload, DRY_RUN, subject -> {
            about.add(subject);
            return SubjectKey.fresh(subject);
        });
        return about.stream().allMatch(this::isKnown);
    }

    private boolean isKnown(Subject subject) {
        return ledger.head(subject.id()).isPresent()
                || ledger.head(PersonalData.idOf(subject)).isPresent();
    }

    private SubjectKey keyOfNobodyYet(Subject subject) {
        if (keyring.withoutEntry(Set.of(subject)).isEmpty()) {
            throw erased.refusal(Set.of(subject));
        }
        keyring.requireNew(Set.of(subject));
        return SubjectKey.fresh(subject);
    }

    @Override
    public boolean sameText(Subject subject, String field, Sealed one, Sealed other) {
        return keyring.knownKeyOf(subject)
                .flatMap(key -> key.open(one, field)
                        .filter(text ->
                                key.open(other, field).filter(text::equals).isPresent()))
                .isPresent();
    }

    @Override
    public String fingerprint(String text) {
        return keyring.fingerprint(text);
    }

    private ObjectNode seal(
            Class<? extends Command> command, ObjectNode payload, UUID commandId, Function<Subject, SubjectKey> keys) {
        SealedFields kind = Optional.ofNullable(kinds.get(command)).orElseThrow();
        ObjectNode sealed = payload.deepCopy();
        List<Texts> checked = new ArrayList<>();
        check(kind, sealed, "", checked);
        for (Texts texts : checked) {
            SubjectKey key = key(texts.kind, texts.about, commandId, keys);
            texts.byField.forEach((field, text) -> holder(texts.about, field)
                    .orElseThrow()
                    .put(component(field), key.seal(text, commandId, field).text()));
        }
        return sealed;
    }

    /** The checked texts about one subject, whose fields begin at {@code about}. */
    private record Texts(SealedFields kind, ObjectNode about, Map<String, String> byField) {}

    private static void check(SealedFields kind, ObjectNode about, String path, List<Texts> checked) {
        Map<String, String> texts = texts(kind, about);
        texts.replaceAll((field, text) -> PersonalText.named(component(field)).checked(path + field, text));
        if (!texts.isEmpty()) {
            checked.add(new Texts(kind, about, texts));
        }
        kind.lists().forEach((list, item) -> {
            JsonNode items = about.path(list);
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i) instanceof ObjectNode each) {
                    check(item, each, path + list + "." + i + ".", checked);
                }
            }
        });
    }

    /** Values that are not text stay unchanged; reading the command will refuse them. */
    private static Map<String, String> texts(SealedFields kind, ObjectNode payload) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String field : kind.fields()) {
            holder(payload, field)
                    .map(holder -> holder.get(component(field)))
                    .filter(JsonNode::isString)
                    .ifPresent(given -> texts.put(field, given.stringValue()));
        }
        return texts;
    }

    private static SubjectKey key(
            SealedFields kind, ObjectNode payload, UUID commandId, Function<Subject, SubjectKey> keys) {
        Subject subject;
        try {
            subject = kind.subject(payload, commandId).orElseThrow(PERSONAL_DATA_IS_ABOUT_SOMEBODY::refused);
        } catch (IllegalArgumentException malformed) {
            return SubjectKey.fresh(NOBODY);
        }
        return keys.apply(subject);
    }

    /**
     * The repeat of a command recorded before the erasure gets its first outcome. Sealed data is not compared, and the
     * data sealed under this key is discarded.
     */
    private SubjectKey keyForARepeat(Subject subject, UUID commandId) {
        if (ledger.commitOfCommand(commandId).isEmpty()) {
            throw erased.refusal(Set.of(subject));
        }
        return SubjectKey.fresh(subject);
    }

    /** The object that holds the field; empty if it is absent. */
    private static Optional<ObjectNode> holder(ObjectNode payload, String field) {
        @Nullable JsonNode at = payload;
        String[] path = field.split("\\.", -1);
        for (int i = 0; i < path.length - 1 && at != null; i++) {
            at = at.get(path[i]);
        }
        return at instanceof ObjectNode holder ? Optional.of(holder) : Optional.empty();
    }

    private static String component(String field) {
        return field.substring(field.lastIndexOf('.') + 1);
    }
}
