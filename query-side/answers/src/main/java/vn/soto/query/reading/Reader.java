package vn.soto.query.reading;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Right;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.Scope;
import vn.soto.contracts.person.Subject;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.Locations;
import vn.soto.web.EndpointRight;

/**
 * The reader of the answer that the thread is making, with the rights of now: every question, row, link and name is decided here.
 * Outside an answer there is no reader, and nothing is open. Not thread-safe.
 */
public final class Reader {

    private static final ScopedValue<Reader> CURRENT = ScopedValue.newInstance();

    private final Asker asker;
    private final HeldRights rights;
    private final ReadingReach reach;
    private final @Nullable ReadingReason reason;
    private final @Nullable Subject fileOf;
    private boolean askedWho;

    private Reader(
            Asker asker,
            HeldRights rights,
            ReadingReach reach,
            @Nullable ReadingReason reason,
            @Nullable Subject fileOf) {
        this.asker = asker;
        this.rights = rights;
        this.reach = reach;
        this.reason = reason;
        this.fileOf = fileOf;
    }

    static Reader of(Asker asker, HeldRights rights, ReadingReach reach) {
        return new Reader(asker, rights, reach, null, null);
    }

    /** The reader of the answer being made; throws NoSuchElementException outside an answer. */
    public static Reader current() {
        return CURRENT.get();
    }

    /** Makes an answer for this reader. */
    public <T> T answered(Supplier<T> answer) {
        return ScopedValue.where(CURRENT, this).call(answer::get);
    }

    /** The same reader, who states why names are opened. */
    public Reader stating(ReadingReason why) {
        return new Reader(asker, rights, reach, why, fileOf);
    }

    /** The same reader, who is answered for this person: reads the person's file, or is the person. */
    public Reader onBehalfOf(Subject person) {
        return new Reader(asker, rights, reach, reason, person);
    }

    /**
     * Whether the data of a person whose processing is restricted is shown: in that person's own file, and to readers
     * with a recorded reason.
     */
    public boolean seesRestricted(Subject person) {
        return reason != null || person.equals(fileOf);
    }

    /** For the register of reads: what an answer is must not depend on it. */
    public Asker asker() {
        return asker;
    }

    /** Whether this is the account that the answer is made to: an answer that asks for it is not shared with other accounts. */
    public boolean isOwn(String account) {
        askedWho = askedWho || !asker.owner().isEmpty();
        return asker.owner().equals(account);
    }

    /** The account that the answer is made to, which is not shared with other accounts. */
    public String account() {
        askedWho = true;
        return asker.owner();
    }

    /** Whether all decisions so far are those of every account with the same rights. */
    public boolean decidedByRightsAlone() {
        return !askedWho && !reach.askedForOwnership();
    }

    /** The rights with whose they are: an answer made of them is the reader's own. */
    public HeldRights rights() {
        askedWho = true;
        return rights;
    }

    /** The key of the reader's view: equal for all who may see the same. */
    public HeldRights.Common common() {
        return rights.common();
    }

    /** Why names are opened; empty unless it had to be stated. */
    public Optional<ReadingReason> reason() {
        return Optional.ofNullable(reason);
    }

    /** The account's rights that give this right, wherever they reach. */
    public List<Right> giving(EndpointRight right) {
        return giving(right.roles());
    }

    private List<Right> giving(Set<Role> roles) {
        return rights.all().stream().filter(held -> roles.contains(held.role())).toList();
    }

    /** Whether the right reaches the whole ledger. */
    public boolean everywhere(EndpointRight right) {
        return giving(right).stream().anyMatch(held -> held.scope() instanceof Scope.Everywhere);
    }

    /** @param named values of the variables and parameters of the question */
    public ReadingDecision decide(Requirement required, Map<String, String> named) {
        EndpointRight right = required.right();
        if (right == EndpointRight.OWN_ACCOUNT && !asker.account().isEmpty()) {
            return new ReadingDecision.Allowed(List.of());
        }
        List<Right> held = giving(right);
        if (held.isEmpty()) {
            return new ReadingDecision.NoRole(right, right.roles());
        }
        String id = named.get(required.of());
        if (required.of().isEmpty() || id == null) {
            return right.isOfTheWhole() ? whole(right, held) : new ReadingDecision.Allowed(held);
        }
        return decide(right, held, IdKind.named(required.of()), id, required.part());
    }

    private static ReadingDecision whole(EndpointRight right, List<Right> held) {
        List<Right> by = held.stream()
                .filter(each -> each.scope() instanceof Scope.Everywhere)
                .toList();
        return by.isEmpty()
                ? new ReadingDecision.Outside(right, held, null, "", true)
                : new ReadingDecision.Allowed(by);
    }

    /** Whether an account with these roles may do something about a subject: what a command asks for, as far as this side can tell. */
    public ReadingDecision decide(EndpointRight right, Set<Role> roles, IdKind kind, String id) {
        List<Right> held = giving(roles);
        return held.isEmpty() ? new ReadingDecision.NoRole(right, roles) : decide(right, held, kind, id, false);
    }

    /** The same of a command that is about nothing that exists. */
    public ReadingDecision decide(EndpointRight right, Set<Role> roles) {
        List<Right> held = giving(roles);
        return held.isEmpty() ? new ReadingDecision.NoRole(right, roles) : new ReadingDecision.Allowed(held);
    }

    private ReadingDecision decide(EndpointRight right, List<Right> held, IdKind kind, String id, boolean part) {
        List<Right> whole = held.stream()
                .filter(each -> each.scope() instanceof Scope.Everywhere)
                .toList();
        if (!whole.isEmpty()) {
            return new ReadingDecision.Allowed(whole);
        }
        List<Locations> places = reach.places(kind, Set.of(id)).getOrDefault(id, List.of());
        List<Right> by = held.stream()
                .filter(each -> reach.reaches(each.scope(), places)
                        || (part && kind == IdKind.UNIT && reach.liesIn(each.scope(), id)))
                .toList();
        return by.isEmpty()
                ? new ReadingDecision.Outside(right, held, kind, id, !places.isEmpty())
                : new ReadingDecision.Allowed(by);
    }

    public boolean reaches(EndpointRight right, IdKind kind, String id) {
        return !reached(right, kind, Set.of(id)).isEmpty();
    }

    /** Those of these subjects that the right reaches: the rows that an answer may have. */
    public Set<String> reached(EndpointRight right, IdKind kind, Collection<String> ids) {
        return new HashSet<>(reaching(giving(right), kind, ids).keySet());
    }

    /** Those of these subjects about which a question with this requirement may be asked. */
    public Set<String> reached(Requirement required, IdKind kind, Collection<String> ids) {
        if (required.of().isEmpty()) {
            return giving(required.right()).isEmpty() ? Set.of() : Set.copyOf(ids);
        }
        Set<String> reached = new HashSet<>(reached(required.right(), kind, ids));
        if (required.part() && kind == IdKind.UNIT) {
            ids.stream()
                    .filter(id -> giving(required.right()).stream().anyMatch(held -> reach.liesIn(held.scope(), id)))
                    .forEach(reached::add);
        }
        return reached;
    }

    /** The rows of an answer about a unit: all of them if the right reaches the whole unit, otherwise those that it reaches. */
    public Set<String> rows(EndpointRight right, String unit, IdKind kind, Collection<String> ids) {
        return reaches(right, IdKind.UNIT, unit) ? Set.copyOf(ids) : reached(right, kind, ids);
    }

    /** The first of the rights that reaches each of the subjects. */
    private Map<String, Right> reaching(List<Right> held, IdKind kind, Collection<String> ids) {
        Map<String, Right> reaching = new HashMap<>();
        Optional<Right> whole = held.stream()
                .filter(each -> each.scope() instanceof Scope.Everywhere)
                .findFirst();
        if (whole.isPresent()) {
            ids.forEach(id -> reaching.put(id, whole.get()));
        } else if (!held.isEmpty()) {
            reach.places(kind, ids)
                    .forEach((id, places) -> held.stream()
                            .filter(each -> reach.reaches(each.scope(), places))
                            .findFirst()
                            .ifPresent(right -> reaching.put(id, right)));
        }
        return reaching;
    }

    /** Whether the right reaches what lies at these places. */
    public boolean reaches(EndpointRight right, Locations places) {
        return giving(right).stream().anyMatch(held -> reach.reaches(held.scope(), List.of(places)));
    }

    /** The persons whose names the reader may see, each with the role that permits it. */
    public Map<Subject, Role> named(Collection<Subject> subjects) {
        List<Right> held = giving(reason == null ? EndpointRight.NAMES : EndpointRight.NAMES_FOR_A_REASON).stream()
                // The highest role stands in the register of reads.
                .sorted((a, b) -> b.role().compareTo(a.role()))
                .toList();
        Map<Subject, Role> named = new HashMap<>();
        subjects.stream().collect(Collectors.groupingBy(Subject::kind)).forEach((kind, of) -> {
            Map<String, Right> reaching = reaching(
                    held,
                    IdKind.valueOf(kind.name()),
                    of.stream().map(Subject::id).toList());
            of.forEach(subject -> Optional.ofNullable(reaching.get(subject.id()))
                    .ifPresent(right -> named.put(subject, right.role())));
        });
        if (fileOf != null && subjects.contains(fileOf) && isMyself(fileOf)) {
            rights.all().stream()
                    .map(Right::role)
                    .max(Comparator.naturalOrder())
                    .ifPresent(role -> named.putIfAbsent(fileOf, role));
        }
        return named;
    }

    /** Nobody's name is kept from themselves: whoever holds an office has one, and lies in no area. */
    private boolean isMyself(Subject person) {
        LinkedPerson own = rights().person();
        return own != null && own.member() != null && Subject.of(own.member()).equals(person);
    }
}
