package vn.soto.domain.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.policy.PolicyEvent;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.KnownSince;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.policy.PolicyCommand.WithdrawPolicy;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.ReadOnlyAggregates;

/**
 * The province's policy by day. Reading it is guarded like reading any aggregate, so the commit depends on the versions
 * that were read.
 */
public final class Policies {

    /** Commands that change the policy, and with it the commands that take two persons. */
    private static final Set<String> CHANGES =
            Set.of(Command.nameOf(AdoptPolicy.class), Command.nameOf(WithdrawPolicy.class));

    private final Function<LocalDate, Terms> terms;
    private final Function<LocalDate, List<Terms>> later;
    private final BooleanSupplier adopted;
    private final Recordings recordings;
    private final DefaultPolicy initial;

    /** By the name of a command that may take two persons, those that it takes back or corrects. */
    private final Map<String, Set<String>> corrected;

    private Policies(
            Function<LocalDate, Terms> terms,
            Function<LocalDate, List<Terms>> later,
            BooleanSupplier adopted,
            Recordings recordings,
            DefaultPolicy initial,
            Map<String, Set<String>> corrected) {
        this.terms = terms;
        this.later = later;
        this.adopted = adopted;
        this.recordings = recordings;
        this.initial = initial;
        this.corrected = corrected;
    }

    /**
     * @param initial   applies until the first adopted version does
     * @param corrected see {@link #correctedBy}, of the commands that may take two persons
     */
    public static Policies adopted(
            ReadOnlyAggregates consulted,
            Recordings recordings,
            DefaultPolicy initial,
            Map<String, Set<String>> corrected) {
        return new Policies(
                day -> consulted
                        .find(PolicyVersions.class, PolicyVersions.ID, versions -> versions.on(day))
                        .flatMap(found -> found)
                        .orElse(initial.terms()),
                day -> consulted
                        .find(PolicyVersions.class, PolicyVersions.ID, versions -> versions.after(day))
                        .orElse(List.of()),
                () -> consulted
                        .find(PolicyVersions.class, PolicyVersions.ID, versions -> true)
                        .isPresent(),
                recordings,
                initial,
                corrected);
    }

    /** The same policy on every day. */
    public static Policies always(DefaultPolicy policy) {
        return new Policies(
                day -> policy.terms(),
                day -> List.of(),
                () -> false,
                (aggregate, events) -> List.of(),
                policy,
                Map.of());
    }

    /** By the name of each command, those that it takes back or corrects. */
    public static Map<String, Set<String>> correctedBy(Collection<Class<? extends Command>> commands) {
        return commands.stream().collect(Collectors.toUnmodifiableMap(Command::nameOf, Policies::corrected));
    }

    public Terms on(LocalDate day) {
        return terms.apply(day);
    }

    /** Days after the last day of a quarter on which its reports are due; see {@link PolicyEvent#dueDays}. */
    public int dueDays(LocalDate lastDay) {
        boolean known = adopted.getAsBoolean(); // read, so that the commit is guarded by it
        return known
                ? PolicyEvent.dueDays(recorded(PolicyVersions.ID, PolicyEvent.class), lastDay)
                        .orElse(initial.terms().reportDueDays())
                : initial.terms().reportDueDays();
    }

    /** The events of an aggregate of that kind, with the days on which they were recorded. */
    public <E extends DomainEvent> Stream<KnownSince<E>> recorded(String aggregate, Class<E> kind) {
        return recordings.of(aggregate, kind::isInstance).stream()
                .map(each -> new KnownSince<>(kind.cast(each.event()), VietnamTime.day(each.at())));
    }

    public QuarterCalendar calendar() {
        return initial.calendar();
    }

    /** Largest number of one account's plans that wait for a second person. */
    public int mostWaiting() {
        return initial.waitingPlans();
    }

    /** Whether a policy may ask for two persons for the command of that name. */
    boolean mayAskForTwo(String command) {
        return corrected.containsKey(command);
    }

    /** Whether a plan of these commands, submitted on that day, needs a second person. */
    public boolean planNeedsTwo(Collection<String> commands, LocalDate day) {
        return commands.stream().anyMatch(command -> CHANGES.contains(command) || names(on(day), command));
    }

    /**
     * Whether a command, sent on that day by itself, needs two persons. It does if the policy of the day names it, or
     * one that it takes back or corrects. The adoption of a policy needs two if the new one, that of the day or one
     * adopted for later names any command. The first policy of the ledger is excepted if it names all commands that
     * need two anyway and no other possible adopter is known. The withdrawal of a version needs two if the policy of
     * the day or any version for later names a command.
     *
     * @param othersKnown whether anybody but the sender is known who may adopt a policy
     */
    public boolean needsTwo(Command command, LocalDate day, BooleanSupplier othersKnown) {
        return switch (command) {
            case AdoptPolicy adoption ->
                (namesAny(adoption.terms()) || anyNames(day))
                        && (adopted.getAsBoolean() || namesFewer(adoption, day) || othersKnown.getAsBoolean());
            case WithdrawPolicy _ -> anyNames(day);
            default -> names(on(day), Command.nameOf(command.getClass()));
        };
    }

    private static Set<String> corrected(Class<? extends Command> command) {
        return Stream.of(command.getAnnotationsByType(Corrects.class))
                .flatMap(corrects -> Stream.of(corrects.value()))
                .map(Command::nameOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A command that corrects or takes back one that needed two persons needs two as well. */
    private boolean names(Terms terms, String command) {
        return terms.twoPersons().contains(command)
                || !Collections.disjoint(corrected.getOrDefault(command, Set.of()), terms.twoPersons());
    }

    private boolean namesFewer(AdoptPolicy adoption, LocalDate day) {
        return !adoption.terms().twoPersons().containsAll(on(day).twoPersons());
    }

    private boolean anyNames(LocalDate day) {
        return namesAny(on(day)) || later.apply(day).stream().anyMatch(Policies::namesAny);
    }

    private static boolean namesAny(Terms terms) {
        return !terms.twoPersons().isEmpty();
    }
}
