package vn.soto.command.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.ReferenceCorrected;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;

/**
 * Households by their reference in a unit. The households of each unit that was ever asked about are read once, and
 * then on from the last question. A household takes 8 bytes, so that those of all units are kept. Thread-safe.
 */
final class KnownReferences {

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final int COMMITS_AT_ONCE = 500;

    /** Arrivals that are kept: some 5 MB. */
    private static final int KEPT = 20_000;

    private static final String PART_OF_UNITS = "references-until ";
    private static final String PART_OF_ARRIVALS = "references ";

    private final TeamIndex teams;
    private final LedgerReader ledger;
    private final EventCodec codec;
    private final PastEvents past;
    private final Map<UnitId, LedgerCatchUp> units = new ConcurrentHashMap<>();

    /** Of each unit the last commit that {@link #takeChanges} gave. */
    private final Map<UnitId, Long> taken = new ConcurrentHashMap<>();

    /** By unit and reference; guarded by itself. */
    private final HouseholdCommits arrivals = new HouseholdCommits();

    /** Arrivals by commit: a file registers thousands in one, which are then asked for one by one. */
    private final Cache<Long, List<HouseholdEvent>> read = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(KEPT)
            .weigher((Long number, List<HouseholdEvent> events) -> 1 + events.size())
            .build();

    KnownReferences(TeamIndex teams, LedgerReader ledger, EventCodec codec) {
        this.teams = teams;
        this.ledger = ledger;
        this.codec = codec;
        this.past = PastEvents.in(ledger, codec);
    }

    /**
     * The households that were recorded in the unit with that reference, as {@link #folded}, before a commit. The caller has asked
     * {@link TeamIndex#upTo}.
     */
    Set<HouseholdId> find(UnitId unit, String reference, long before) {
        String wanted = folded(reference);
        return numbers(unit, wanted, before).stream()
                .flatMap(number -> arrivals(number, unit)
                        .filter(arrival -> folded(reference(arrival, number)).equals(wanted)))
                .map(HouseholdEvent::household)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The registrations in the unit with exactly that reference, the first one first. The caller has asked {@link TeamIndex#upTo}. */
    Stream<HouseholdRegistered> registrations(UnitId unit, String reference) {
        return numbers(unit, folded(reference), Long.MAX_VALUE).stream()
                .flatMap(number -> arrivals(number, unit))
                .filter(HouseholdRegistered.class::isInstance)
                .map(HouseholdRegistered.class::cast)
                .filter(registered -> registered.reference().equals(reference));
    }

    /** Of commits with arrivals, among them all of that reference. */
    private List<Long> numbers(UnitId unit, String folded, long before) {
        units.computeIfAbsent(unit, this::arrivalsIn).catchUp();
        synchronized (arrivals) {
            return arrivals.before(before, key(unit, folded), HelpDay.ANY);
        }
    }

    private static String key(UnitId unit, String folded) {
        return unit + " " + folded;
    }

    private Stream<HouseholdEvent> arrivals(long number, UnitId unit) {
        return read.get(number, this::arrivals).stream()
                .filter(arrival -> arrival.unit().equals(unit));
    }

    private List<HouseholdEvent> arrivals(long number) {
        return ledger.commitsAt(List.of(number)).stream()
                .flatMap(commit -> commit.events().stream())
                .filter(event -> Topic.ARRIVALS.includes(codec.classOf(event.type())))
                .map(event -> (HouseholdEvent) codec.decode(event.type(), event.payload()))
                .toList();
    }

    private String reference(HouseholdEvent arrival, long commit) {
        return switch (arrival) {
            case HouseholdRegistered registered -> registered.reference();
            case ReferenceCorrected corrected -> corrected.reference();
            default -> last(past.of(arrival.household().value(), commit, HouseholdEvent.class));
        };
    }

    /** The reference after these events of a household, its registration among them. */
    static String last(List<HouseholdEvent> events) {
        return events.stream()
                .flatMap(event -> switch (event) {
                    case HouseholdRegistered registered -> Stream.of(registered.reference());
                    case ReferenceCorrected corrected -> Stream.of(corrected.reference());
                    default -> Stream.<String>empty();
                })
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** A reference without its case and the signs between letters and digits. */
    static String folded(String reference) {
        return SIGNS.matcher(reference.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private LedgerCatchUp arrivalsIn(UnitId unit) {
        return new LedgerCatchUp(
                last -> ledger.commitsAt(teams.arrivals(unit, last).stream()
                        .limit(COMMITS_AT_ONCE)
                        .toList()),
                codec,
                stored -> Topic.ARRIVALS.includes(codec.classOf(stored)),
                (event, commit) -> add((HouseholdEvent) event, unit, commit.number()));
    }

    private void add(HouseholdEvent arrival, UnitId unit, long commit) {
        if (arrival.unit().equals(unit)) {
            String key = key(unit, folded(reference(arrival, commit)));
            synchronized (arrivals) {
                arrivals.addOnce(key, commit, HelpDay.ANY);
            }
        }
    }

    /**
     * Gives what has changed since the last call, as bytes by id. Households may be there of later commits than the last of
     * their unit.
     */
    void takeChanges(Map<String, byte[]> parts) {
        units.forEach((unit, read) -> {
            Long last = read.last();
            if (!last.equals(taken.put(unit, last))) {
                parts.put(PART_OF_UNITS + unit, last.toString().getBytes(StandardCharsets.UTF_8));
            }
        });
        synchronized (arrivals) {
            arrivals.takeChanges(PART_OF_ARRIVALS, parts);
        }
    }

    /** Goes on from all that was given. */
    void goOn(Map<String, byte[]> parts) {
        parts.forEach((id, bytes) -> {
            if (id.startsWith(PART_OF_UNITS)) {
                UnitId unit = new UnitId(id.substring(PART_OF_UNITS.length()));
                long last = Long.parseLong(new String(bytes, StandardCharsets.UTF_8));
                taken.put(unit, last);
                units.put(unit, arrivalsIn(unit).from(last));
            } else if (id.startsWith(PART_OF_ARRIVALS)) {
                synchronized (arrivals) {
                    arrivals.put(id.substring(PART_OF_ARRIVALS.length()), bytes);
                }
            }
        });
    }
}
