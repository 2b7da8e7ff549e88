package vn.soto.command.dispatch;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.period.PeriodSegments;
import vn.soto.contracts.recognition.RoundFacts;
import vn.soto.contracts.report.CountedEvent;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.PeriodFigures;
import vn.soto.contracts.report.TeamFigures;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.events.DecodedCommits;
import vn.soto.events.EventCodec;
import vn.soto.events.EventException;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.Tail;
import vn.soto.ledgerwriter.ObservableAppender;

/**
 * Knows the commits about each team and the events that figures count in them. It also knows the commits about help to
 * a household and about households of a unit. In memory and disposable; {@link #keep} brings it into a file, from which
 * the next start goes on. The commits are listed from the headers of all events, and a call waits for that up to the
 * ledger's tail. Their content is read for a team when it is asked for, each commit once. {@link #catchUp} does both
 * ahead. Thread-safe.
 */
public final class TeamIndex implements AutoCloseable {

    /** Commits that a question lists by itself, some tenths of a second; further behind, it is not answered. */
    private static final int NEAR = 20_000;

    private final LedgerReader ledger;
    private final EventCodec codec;
    private final TeamCommits commits;
    private final ListedCommits reading;
    private final CountedTeams counted;
    private final TeamFigures figures;
    private final LedgerListing listing;
    private final KnownReferences references;
    private final TeamsNaming<MemberId> leaders;
    private final TeamsNaming<UnitId> areas;
    private final UnitTree units;
    private final BeneficiaryHelp help;
    private final DecodedCommits reader;
    private final FollowedCommits followed;
    private final @Nullable KeptIndex kept;

    public TeamIndex(LedgerReader ledger, EventCodec codec) {
        this(ledger, codec, IndexPlace.FEW_BYTES, NEAR);
    }

    /** One that an appender of the ledger tells of its commits, so that their headers need not be read. */
    static TeamIndex toldBy(ObservableAppender appender, LedgerReader ledger, EventCodec codec, IndexPlace place) {
        TeamIndex index = in(place, ledger, codec);
        index.listing.attach(appender);
        return index;
    }

    /** One that goes on from its file. */
    static TeamIndex in(IndexPlace place, LedgerReader ledger, EventCodec codec) {
        Path file = place.file();
        return new TeamIndex(
                ledger,
                codec,
                place.bytes(),
                NEAR,
                place.reader(),
                file == null ? null : IndexFile.open(file, place.program(), ledger));
    }

    TeamIndex(LedgerReader ledger, EventCodec codec, long mostBytes, int near) {
        this(ledger, codec, mostBytes, near, DecodedCommits.NONE, null);
    }

    TeamIndex(
            LedgerReader ledger,
            EventCodec codec,
            long mostBytes,
            int near,
            DecodedCommits reader,
            IndexFile.@Nullable Opened opened) {
        this.ledger = ledger;
        this.codec = codec;
        this.commits = new TeamCommits(codec);
        this.reading = new ListedCommits(commits, ledger, codec);
        this.listing = new LedgerListing(ledger, commits::add, opened == null ? 0 : opened.number(), near);
        this.counted = new CountedTeams(commits, ledger, reading::at, codec, mostBytes);
        this.figures = counted.figures();
        this.references = new KnownReferences(this, ledger, codec);
        this.leaders = TeamsNaming.led(this);
        this.areas = TeamsNaming.covering(this);
        this.units = new UnitTree(this);
        this.help = new BeneficiaryHelp(commits, reading::at, codec);
        this.reader = reader;
        this.followed = new FollowedCommits(reader, commits, counted);
        this.kept = opened == null ? null : KeptIndex.of(opened, ledger, counted, references, commits);
    }

    /** Brings into the file, if there is one, what has changed since the last call. */
    public void keep() {
        if (kept != null) {
            kept.keep();
        }
    }

    /** Brings into the file whatever it lacks. */
    @Override
    public void close() {
        if (kept != null) {
            kept.close();
        }
    }

    /**
     * Lists what was committed since the last call and reads it for all teams, so that calls have little to wait for. Both
     * are brought into the file, if there is one and it is time for that. One call at a time.
     *
     * @return the last commit listed
     */
    public long catchUp() {
        long listed = listing.all(followed::follow);
        if (kept != null) {
            kept.keepIfMany(listed);
        }
        followed.count(listed);
        if (kept != null) {
            kept.keepIfDue(listed);
        }
        return listed;
    }

    /** Whether there is more to read as soon as somebody else has decoded it. */
    public boolean isFollowing() {
        return reader.isFarBehind();
    }

    /** As {@link LedgerListing#upToTail}. */
    Tail upToTail() {
        return listing.upToTail();
    }

    /**
     * This index.
     *
     * @throws NotReadYetException if the ledger is not read up to that commit
     */
    TeamIndex upTo(long commit) {
        if (!listing.hasRead(commit)) {
            throw new NotReadYetException();
        }
        return this;
    }

    /**
     * Notes what a commit of this ledger says, which then need not be read again.
     *
     * @param events of the commit, at least those of {@link Topic#HELP}
     */
    void note(Commit commit, List<DomainEvent> events) {
        commits.note(
                commit.number(), HelpDay.of(events), commit.events().stream().map(RecordedEvent::tags));
    }

    /** Of the ledger, also for a dry run over it, whose own commits are not among them. */
    KnownReferences references() {
        return references;
    }

    /** The registrations in a unit with exactly that reference, up to the ledger's tail; the first one first. */
    public Stream<HouseholdRegistered> registrations(UnitId unit, String reference) {
        return upTo(upToTail().number()).references().registrations(unit, reference);
    }

    /** As above. */
    TeamsNaming<MemberId> leaders() {
        return leaders;
    }

    /**
     * The figures of a team by the present definitions, from all events up to a tail.
     *
     * @param segments of the periods of the team's authority
     * @param upTo     given by {@link #upToTail}
     * @throws EventException                if one of the team's events cannot be decoded: its figures would be wrong
     * @throws LedgerException.CommitDamaged if a commit that may be about the team is damaged
     */
    Derived figures(TeamId team, Quarter quarter, PeriodSegments segments, Tail upTo) {
        checkReadable(team, upTo.number());
        counted.count(team);
        PeriodFigures periods = new PeriodFigures(Indicators.VERSION, figures, segments);
        return new Derived(periods.own(team, quarter, upTo.next()), periods.carried(team, quarter, upTo.next()));
    }

    /**
     * The ids behind the distinct figures of a team by the present definitions, from the events up to a commit.
     *
     * @param segments of the periods of the team's authority
     * @throws EventException                if one of the team's events cannot be decoded
     * @throws LedgerException.CommitDamaged if a commit that may be about the team is damaged
     */
    Map<String, Set<String>> distinct(TeamId team, Quarter quarter, PeriodSegments segments, long commit) {
        checkReadable(team, commit);
        counted.count(team);
        return new PeriodFigures(Indicators.VERSION, figures, segments).distinct(team, quarter, cuts().after(commit));
    }

    /** The facts about teams up to a commit for rounds of recognition; as {@link #figures} after {@link #upToTail}. */
    RoundFacts recorded(List<TeamId> teams, long upTo) {
        teams.forEach(team -> checkReadable(team, upTo));
        return RecognisedHelp.of(teams, reading.at(commits.ofRounds(teams, 0, upTo)), codec);
    }

    /** Whether something that rounds of recognition rest on is recorded of the teams after a commit; asked as {@link #recorded}. */
    boolean isRecordedAfter(List<TeamId> teams, long commit) {
        return !commits.ofRounds(teams, commit, Long.MAX_VALUE).isEmpty();
    }

    /** Teams that ever covered a residential unit; the caller has asked {@link #upTo}. */
    List<TeamId> everCovering(UnitId unit) {
        return areas.of(unit);
    }

    EventCodec codec() {
        return codec;
    }

    /** The units, up to the ledger's tail. */
    UnitTree units() {
        upToTail();
        return units.caughtUp();
    }

    /** Figures of a period, and what is carried into it. */
    record Derived(List<Figure> own, List<Figure> carried) {}

    /** The end of the ledger, listed or not. */
    Tail tail() {
        return ledger.tail();
    }

    /** Positions in the ledger, for what is closed. */
    PeriodSegments.Cuts cuts() {
        return new LedgerCuts(ledger);
    }

    private void checkReadable(TeamId team, long upTo) {
        ledger.damaged().upTo(upTo).stream()
                .filter(damaged -> damaged.mayConcern(team.value()))
                .findFirst()
                .ifPresent(damaged -> {
                    throw damaged.exception();
                });
        commits.unknown(team)
                .ifPresent(number -> ledger.commitsAt(List.of(number))
                        .forEach(commit -> commit.stored().forEach(codec::classOf)));
    }

    /** The events of a team about a topic, up to a commit and in order; the caller has asked {@link #upToTail}. */
    List<StoredEvent> about(TeamId team, Topic topic, long until) {
        checkReadable(team, until);
        List<Long> numbers = commits.after(0, team, topic).stream()
                .filter(number -> number <= until)
                .toList();
        return ledger.commitsAt(numbers).stream()
                .flatMap(commit -> commit.stored().stream())
                .filter(stored -> counted.isAbout(stored, team, topic))
                .toList();
    }

    /** The events of a team about a topic after a commit, and no others; the caller has asked {@link #upToTail}. */
    LedgerCatchUp catchUp(TeamId team, Topic topic, BiConsumer<DomainEvent, Commit> apply) {
        return new LedgerCatchUp(
                read -> {
                    checkReadable(team, listing.listed());
                    return ledger.commitsAt(commits.after(read, team, topic));
                },
                codec,
                stored -> counted.isAbout(stored, team, topic),
                apply);
    }

    /** The events up to the tail that tell for which households members of the team are responsible, in order. */
    List<HouseholdEvent> households(TeamId team) {
        return about(team, Topic.CASELOADS, upToTail().number()).stream()
                .map(stored -> (HouseholdEvent) codec.decode(stored))
                .toList();
    }

    /**
     * The events before a position of what members of the team did: help in that month or later, and all trainings, outreach
     * sessions and assignments. The caller has asked {@link #upTo}.
     *
     * @throws EventException if one of the team's events cannot be decoded
     */
    List<StoredEvent> recorded(TeamId team, YearMonth since, long before) {
        checkReadable(team, listing.listed());
        counted.count(team);
        return ledger.eventsAt(figures.positions(team, since, before));
    }

    /**
     * The events before a position that state the team's help of that day or later, and all its trainings, outreach sessions and
     * assignments, without notes. As above.
     */
    List<DomainEvent> recordedSince(TeamId team, LocalDate day, long before) {
        return events(team, () -> figures.recordedSince(team, day, before));
    }

    /** The same of help alone. */
    List<DomainEvent> helpSince(TeamId team, LocalDate day, long before) {
        return events(team, () -> figures.helpSince(team, day, before));
    }

    private List<DomainEvent> events(TeamId team, Supplier<List<CountedEvent>> of) {
        checkReadable(team, listing.listed());
        counted.count(team);
        return of.get().stream().map(CountedEvent::event).toList();
    }

    /**
     * The positions, ascending, of what states the team's records of help that stand on those days, before a position; by record. As
     * above.
     */
    Map<AssistanceId, List<Long>> records(TeamId team, QuarterDays days, long before) {
        checkReadable(team, listing.listed());
        counted.count(team);
        return figures.records(team, days, before);
    }

    /** The events at these positions, ascending. */
    List<DomainEvent> at(List<Long> positions) {
        return ledger.eventsAt(positions).stream().map(codec::decode).toList();
    }

    /** The events up to the ledger's tail about {@link Topic#NAMES}. A damaged commit is left out: what it tells is not known. */
    public LedgerCatchUp names(BiConsumer<DomainEvent, Commit> apply) {
        return reading.readableAbout(Topic.NAMES, this::upToTail, apply);
    }

    /** The same about {@link Topic#TERRITORY}. */
    public LedgerCatchUp territory(BiConsumer<DomainEvent, Commit> apply) {
        return reading.readableAbout(Topic.TERRITORY, this::upToTail, apply);
    }

    /** The events about a topic of all teams, of the commits listed; the caller has asked {@link #upTo}. */
    LedgerCatchUp listed(Topic topic, BiConsumer<DomainEvent, Commit> apply) {
        return reading.about(topic, apply);
    }

    BeneficiaryHelp beneficiaryHelp() {
        return help;
    }

    /** The numbers of the commits after a number in which households came to be recorded in a unit; as above. */
    List<Long> arrivals(UnitId unit, long after) {
        return commits.after(after, unit, Topic.ARRIVALS);
    }

    /** Whether another unit ever became part of the unit, wholly or in part; as above. */
    boolean hasTakenOver(UnitId unit) {
        return !commits.after(0, unit, Topic.SUCCESSIONS).isEmpty();
    }

    /** Teams that have helped a business, and perhaps others named in the records of that. */
    Set<TeamId> helpersOf(BusinessId business) {
        return commits.helpersOf(business);
    }

    /** Bytes in memory, without the objects around them: what is packed for figures, and the numbers of commits. */
    public long bytes() {
        return counted.bytes() + commits.bytes();
    }
}
