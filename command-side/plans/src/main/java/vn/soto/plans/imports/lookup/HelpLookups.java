package vn.soto.plans.imports.lookup;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.soto.contracts.catalogue.PlanCatalogue;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCatalogue;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.shared.TextFolding;
import vn.soto.plans.imports.table.InvalidCellException;

/**
 * The things that rows of help name: services of the catalogue, and households of the units that a team covers.
 *
 * @param today    in Việt Nam
 * @param right    throws {@link RuleViolatedException} if the sender may not record help of the team: then nothing is told of
 *                 the households that it covers
 * @param coverage units that a team covers today
 * @param adopted  catalogue of a day; empty before the first adopted one
 */
public record HelpLookups(
        LocalDate today,
        Consumer<TeamId> right,
        Function<TeamId, List<UnitId>> coverage,
        Function<LocalDate, Optional<ServiceCatalogue>> adopted) {

    private static final int MOST_SIMILAR = 3;

    private static final String DIGITS = "0123456789";

    /** Finds the registration of a household by its unit and reference. */
    public interface Registrations {
        Optional<RegisterHousehold> find(UnitId unit, String reference);
    }

    /**
     * @param suggest whether similar references are looked for if there is none, which takes some hundred readings
     * @throws InvalidCellException if the team has no such household, or several
     */
    public HouseholdId household(
            String column, TeamId team, String reference, Registrations registrations, boolean suggest) {
        List<UnitId> units = coverage.apply(team);
        List<HouseholdId> exact = find(units, reference, registrations);
        List<HouseholdId> found = exact.isEmpty()
                ? spellings(reference)
                        .flatMap(spelled -> find(units, spelled, registrations).stream())
                        .distinct()
                        .toList()
                : exact;
        return switch (found.size()) {
            case 0 ->
                throw suggest
                        ? unknown(column, units, reference, registrations)
                        : new InvalidCellException(column, "household-unknown", null, reference);
            case 1 -> found.getFirst();
            default -> throw new InvalidCellException(column, "household-ambiguous", null, reference);
        };
    }

    /** The reference with other capitals, and with a hyphen nowhere or elsewhere: {@code tb001}, {@code TB-001}. */
    private static Stream<String> spellings(String reference) {
        String plain = reference.replaceAll("[\\p{Pd}\u2212_./\\s]", "");
        if (plain.length() > Likeness.LONGEST_REFERENCE) {
            return Stream.empty();
        }
        Stream<String> hyphened =
                IntStream.range(1, plain.length()).mapToObj(at -> plain.substring(0, at) + "-" + plain.substring(at));
        return Stream.concat(Stream.of(reference, plain), hyphened)
                .flatMap(each -> Stream.of(each.toUpperCase(Locale.ROOT), each.toLowerCase(Locale.ROOT)))
                .distinct();
    }

    private static List<HouseholdId> find(List<UnitId> units, String reference, Registrations registrations) {
        return units.stream()
                .flatMap(unit -> registrations.find(unit, reference).stream())
                .map(RegisterHousehold::household)
                .distinct()
                .toList();
    }

    private static InvalidCellException unknown(
            String column, List<UnitId> units, String reference, Registrations registrations) {
        List<String> similar = mistyped(reference.toUpperCase(Locale.ROOT))
                .distinct()
                .filter(other -> !find(units, other, registrations).isEmpty())
                .limit(MOST_SIMILAR)
                .toList();
        return similar.size() > 1
                ? new InvalidCellException(
                        column, "household-unknown-but-similar", null, reference, String.join(", ", similar))
                : new InvalidCellException(
                        column, "household-unknown", similar.isEmpty() ? null : similar.getFirst(), reference);
    }

    /** The texts from which one slip of a finger makes this one: a wrong digit, two swapped, one too many or too few. */
    private static Stream<String> mistyped(String text) {
        if (text.length() > Likeness.LONGEST_REFERENCE) {
            return Stream.empty();
        }
        return IntStream.rangeClosed(0, text.length()).boxed().flatMap(at -> {
            String before = text.substring(0, at);
            String after = text.substring(at);
            Stream<String> inserted = digits().map(digit -> before + digit + after);
            if (after.isEmpty()) {
                return inserted;
            }
            String rest = after.substring(1);
            Stream<String> changed = Character.isDigit(after.charAt(0))
                    ? Stream.concat(Stream.of(before + rest), digits().map(digit -> before + digit + rest))
                    : Stream.empty();
            Stream<String> swapped = rest.isEmpty()
                    ? Stream.empty()
                    : Stream.of(before + rest.charAt(0) + after.charAt(0) + rest.substring(1));
            return Stream.of(changed, swapped, inserted).flatMap(each -> each);
        });
    }

    private static Stream<String> digits() {
        return DIGITS.chars().mapToObj(Character::toString);
    }

    /**
     * A service of the catalogue of a day, by its code, its name, a part of its name, or the name of its group.
     *
     * @throws InvalidCellException if no service or several are meant
     */
    public ServiceCode service(String column, String text, LocalDate day) {
        List<Service> services = catalogue(day).services().stream()
                .filter(service -> service.validOn(day))
                .toList();
        String folded = TextFolding.plain(text);
        Optional<ServiceCode> named = services.stream()
                .filter(service -> service.code().value().equals(text)
                        || TextFolding.plain(service.vi()).equals(folded)
                        || TextFolding.plain(service.en()).equals(folded))
                .map(Service::code)
                .findFirst();
        return named.or(() -> EnumSynonyms.SERVICE_GROUPS.find(text).map(ServiceCode::generic))
                .orElseGet(() -> partly(column, text, folded, services));
    }

    private static ServiceCode partly(String column, String text, String folded, List<Service> services) {
        List<Service> meant = folded.isEmpty()
                ? List.of()
                : services.stream()
                        .filter(service -> TextFolding.plain(service.vi()).contains(folded))
                        .toList();
        return switch (meant.size()) {
            case 0 ->
                throw new InvalidCellException(
                        column, "service-unknown", EnumSynonyms.SERVICE_GROUPS.nearest(text), text);
            case 1 -> meant.getFirst().code();
            default ->
                throw new InvalidCellException(
                        column,
                        "service-ambiguous",
                        null,
                        text,
                        String.join("; ", meant.stream().map(Service::vi).toList()));
        };
    }

    private ServiceCatalogue catalogue(LocalDate day) {
        return adopted.apply(day).orElseGet(PlanCatalogue::version1);
    }
}
