package vn.soto.plans;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.jspecify.annotations.Nullable;
import vn.soto.command.dispatch.AlreadyExistsException;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.command.dispatch.LedgerReportFigures;
import vn.soto.command.dispatch.LedgerStipendRecords;
import vn.soto.command.dispatch.LeftBehindRecords;
import vn.soto.command.dispatch.TeamIndex;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Flag;
import vn.soto.domain.DomainModel;
import vn.soto.domain.plan.CommandMetadata;
import vn.soto.domain.plan.RightHolders;
import vn.soto.domain.reach.CommandSender;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.team.MemberTeams;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.DamagedCommits;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledger.Tail;
import vn.soto.ledgerwriter.ReportingAppender;
import vn.soto.ledgerwriter.axon.AxonCommandSide;
import vn.soto.ledgerwriter.axon.CommandContext;
import vn.soto.ledgerwriter.axon.CommandResult;

/**
 * Decides commands in sequence and records nothing. Each command sees the ledger and the events of the commands before
 * it, which stay in memory. Not for concurrent use.
 */
public final class DryRun implements AutoCloseable {

    private final Overlay overlay;
    private final ReportingAppender appender;
    private final AxonCommandSide side;
    private final LeftBehindRecords leftBehind;
    private final TriedMemberTeams memberTeams;
    private final Map<Flag.Code, Integer> left = new EnumMap<>(Flag.Code.class);
    private final String actor;
    private @Nullable CommandSender sender;
    private long sent;

    public static DryRun over(CommandSide side, String actor) {
        return new DryRun(
                side.teams(),
                side.ledger(),
                side.codec(),
                side.clock(),
                side.policy(),
                side.rightHolders(),
                side.memberTeams(),
                actor);
    }

    private DryRun(
            TeamIndex teams,
            LedgerReader ledger,
            EventCodec codec,
            Clock clock,
            DefaultPolicy policy,
            RightHolders holders,
            MemberTeams recorded,
            String actor) {
        this.overlay = new Overlay(ledger, clock);
        this.appender = new ReportingAppender(overlay::append);
        this.leftBehind = new LeftBehindRecords(teams, overlay, codec);
        this.actor = actor;
        this.memberTeams = new TriedMemberTeams(recorded);
        this.side = AxonCommandSide.start(
                overlay,
                appender,
                codec,
                DomainModel.aggregates(),
                (locked, consulted) -> DomainModel.resources(
                        locked,
                        consulted,
                        clock,
                        new NoFigures(ledger.origin(), new LedgerReportFigures(teams)),
                        policy,
                        holders,
                        CommandSide.unitUsesOf(ledger, codec),
                        CommandSide.recordingsOf(ledger, codec),
                        memberTeams,
                        CommandSide.plannedCommandsOf(ledger, codec),
                        new LedgerStipendRecords(teams)));
    }

    /** From now on the commands rest on these rights, such as those of a plan, instead of what the account may do today. */
    public DryRun restingOn(CommandSender plan) {
        sender = plan;
        return this;
    }

    /**
     * Returns the events that the command would record.
     *
     * @throws RuleViolatedException  if a rule does not hold
     * @throws NotFoundException      if the subject of the command does not exist
     * @throws AlreadyExistsException if the aggregate that the command creates exists
     */
    public List<DomainEvent> send(Command command, boolean approved) {
        CommandContext context = new CommandContext(
                new UUID(0, ++sent),
                Command.nameOf(command.getClass()),
                Hash.sha256(),
                actor,
                null,
                "dryRun",
                "dryRun");
        CommandContext sentBy = sender == null ? context : context.with(CommandSender.KEY, sender);
        try {
            CommandResult result =
                    side.dispatch(command, approved ? sentBy.with(CommandMetadata.APPROVED, true) : sentBy);
            Commit commit = result.commit();
            if (commit == null) {
                throw new NoSuchElementException("the command decided nothing");
            }
            result.events().forEach(memberTeams::on);
            leftBehind.warning(commit, result.events()).ifPresent(this::add);
            return result.events();
        } catch (AggregateNotFoundException e) {
            throw NotFoundException.target(command, String.valueOf(e.getAggregateIdentifier()));
        } catch (AggregateStreamCreationException e) {
            throw new AlreadyExistsException(e);
        }
    }

    private void add(Warning warning) {
        int records =
                warning.arguments().isEmpty() ? 0 : (int) warning.arguments().getFirst();
        left.merge(warning.code(), records, Integer::sum);
    }

    /**
     * The warnings of all commands so far about records that they would leave behind, of those in the ledger; a record that two
     * commands leave behind counts twice.
     */
    public List<Warning> warnings() {
        return left.entrySet().stream()
                .map(each -> new Warning(
                        each.getKey(),
                        each.getKey() == Flag.Code.RECORDS_ARE_LEFT_BEHIND ? List.of(each.getValue()) : List.of()))
                .toList();
    }

    /** A place in the sequence of commands to which the dry run can return. */
    public record Place(Tail tail, Map<Flag.Code, Integer> left) {}

    public Place place() {
        return new Place(overlay.tail, new EnumMap<>(left));
    }

    /** Forgets the commands since a place. */
    public void returnTo(Place place) {
        if (overlay.tail.number() > place.tail.number()) {
            overlay.returnTo(place.tail);
            appender.forget();
            left.clear();
            left.putAll(place.left);
        }
    }

    /** Forgets all commands, and sees what the ledger holds now. */
    void renew() {
        if (overlay.isRecent()) {
            return;
        }
        overlay.renew();
        appender.forget();
        left.clear();
    }

    /** The number of events in memory. */
    public int size() {
        return overlay.size;
    }

    @Override
    public void close() {
        side.close();
    }

    /**
     * A ledger that reads through to another one, as that was at first, and keeps its own appends in memory, by aggregate. What others
     * append meanwhile would contradict what was read already.
     */
    private static final class Overlay implements LedgerReader {

        private final LedgerReader below;
        private final Clock clock;
        private long read;
        private final Map<String, List<StoredEvent>> above = new HashMap<>();
        private final Deque<String> appended = new ArrayDeque<>();
        private Tail tail;
        private int size;

        Overlay(LedgerReader below, Clock clock) {
            this.below = below;
            this.clock = clock;
            this.tail = below.tail();
            this.read = tail.number();
        }

        Commit append(Draft draft) {
            checkSlots(draft.events());
            Commit commit = Commit.after(tail, draft, clock.instant());
            long position = commit.first();
            for (RecordedEvent event : commit.events()) {
                if (event.aggregate() != null) {
                    above.computeIfAbsent(event.aggregate().id(), id -> new ArrayList<>())
                            .add(new StoredEvent(position, commit.number(), event));
                    appended.push(event.aggregate().id());
                }
                position++;
                size++;
            }
            tail = commit.tail();
            return commit;
        }

        void returnTo(Tail earlier) {
            while (!appended.isEmpty() && last(appended.getFirst()).commit() > earlier.number()) {
                String aggregate = appended.pop();
                List<StoredEvent> own = Objects.requireNonNull(above.get(aggregate));
                own.removeLast();
                if (own.isEmpty()) {
                    above.remove(aggregate);
                }
                size--;
            }
            tail = earlier;
        }

        private StoredEvent last(String aggregate) {
            return Objects.requireNonNull(above.get(aggregate)).getLast();
        }

        /** Whether it has no events of its own, and the ledger below none that it does not show. */
        boolean isRecent() {
            return size == 0 && below.tail().number() == read;
        }

        void renew() {
            above.clear();
            appended.clear();
            size = 0;
            tail = below.tail();
            read = tail.number();
        }

        /** Refuses a second event at the same position of an aggregate, as a ledger does. */
        private void checkSlots(List<RecordedEvent> events) {
            Set<String> written = new HashSet<>();
            for (int i = 0; i < events.size(); i++) {
                StreamPosition slot = events.get(i).aggregate();
                if (slot != null
                        && written.add(slot.id())
                        && slot.sequence() != head(slot.id()).orElse(-1) + 1) {
                    throw new LedgerException.Conflict(slot.id(), i);
                }
            }
        }

        @Override
        public String origin() {
            return below.origin();
        }

        @Override
        public Tail tail() {
            return tail;
        }

        @Override
        public List<StoredEvent> aggregate(String id, long sequence, int limit) {
            Stream<StoredEvent> under =
                    below.aggregate(id, sequence, limit).stream().filter(stored -> stored.commit() <= read);
            List<StoredEvent> own = above.getOrDefault(id, List.of());
            return Stream.concat(under, own.stream().filter(stored -> sequence(stored) >= sequence))
                    .limit(limit)
                    .toList();
        }

        @Override
        public OptionalLong head(String aggregate) {
            List<StoredEvent> own = above.get(aggregate);
            return own == null ? headBelow(aggregate) : OptionalLong.of(sequence(own.getLast()));
        }

        private OptionalLong headBelow(String aggregate) {
            OptionalLong last = below.head(aggregate);
            if (last.isEmpty() || below.tail().number() == read) {
                return last;
            }
            long sequence = last.getAsLong();
            while (sequence >= 0 && aggregate(aggregate, sequence, 1).isEmpty()) {
                sequence--;
            }
            return sequence < 0 ? OptionalLong.empty() : OptionalLong.of(sequence);
        }

        @Override
        public DamagedCommits damaged() {
            return below.damaged();
        }

        private static long sequence(StoredEvent stored) {
            return stored.event().aggregate() == null
                    ? -1
                    : stored.event().aggregate().sequence();
        }

        @Override
        public List<Commit> commits(long number, int limit) {
            return below.commits(number, limit);
        }

        @Override
        public Optional<Commit> commitAtPosition(long position) {
            return below.commitAtPosition(position);
        }

        @Override
        public Optional<Commit> commitOfCommand(UUID command) {
            return below.commitOfCommand(command);
        }

        @Override
        public List<StoredEvent> events(long position, int limit) {
            return below.events(position, limit);
        }

        @Override
        public long numberAsOf(Instant instant) {
            return below.numberAsOf(instant);
        }

        @Override
        public long firstPositionSince(Instant timestamp) {
            return below.firstPositionSince(timestamp);
        }
    }
}
