package vn.soto.allinone.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The members of each team, and the units it covered, on each day. */
final class MemberBook {

    /** A membership, as its events leave it. */
    static final class Membership {

        final String member;
        LocalDate from;

        @Nullable
        LocalDate until;

        final List<LocalDate[]> suspensions = new ArrayList<>();

        Membership(String member, LocalDate from) {
            this.member = member;
            this.from = from;
        }

        boolean includes(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }

        boolean suspended(LocalDate day) {
            return suspensions.stream().anyMatch(days -> !day.isBefore(days[0]) && !day.isAfter(days[1]));
        }

        private LocalDate last() {
            return until == null ? LocalDate.MAX : until;
        }

        /** The suspension that lasts as long as the membership ends on that day. */
        void resume(LocalDate lastDay) {
            suspensions.stream().filter(days -> days[1].equals(last())).forEach(days -> days[1] = lastDay);
        }

        /** Nobody is suspended behind the last day. */
        void end(LocalDate lastDay) {
            suspensions.stream().filter(days -> days[1].isAfter(lastDay)).forEach(days -> days[1] = lastDay);
            until = lastDay;
        }
    }

    private record Area(LocalDate from, List<String> units) {}

    /** A team, as its events leave it. */
    static final class Team {

        final LocalDate from;
        LocalDate last = LocalDate.MAX;
        final List<Membership> memberships = new ArrayList<>();
        private final List<Area> areas = new ArrayList<>();

        private Team(RawEvent formed) {
            from = formed.day("/effectiveFrom");
        }

        boolean existedOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(last);
        }

        /** By the decision of the latest day; of several of a day, by the one recorded last. */
        List<String> coverage(LocalDate day) {
            return day.isAfter(last)
                    ? List.of()
                    : areas.stream()
                            .filter(area -> !area.from.isAfter(day))
                            .reduce((one, other) -> other.from.isBefore(one.from) ? one : other)
                            .map(Area::units)
                            .orElse(List.of());
        }

        List<Membership> on(LocalDate day) {
            return memberships.stream().filter(each -> each.includes(day)).toList();
        }

        /** Whether somebody can act on the day; also one about whom nothing is known. */
        boolean canAct(String member, LocalDate day) {
            List<Membership> own = memberships.stream()
                    .filter(each -> each.member.equals(member))
                    .toList();
            return own.isEmpty() || own.stream().anyMatch(each -> each.includes(day) && !each.suspended(day));
        }
    }

    final Map<String, Team> teams = new LinkedHashMap<>();

    static MemberBook of(RawLedger ledger) {
        MemberBook book = new MemberBook();
        ledger.of("team.").forEach(book::on);
        return book;
    }

    Team team(String id) {
        return Objects.requireNonNull(teams.get(id), id);
    }

    private void on(RawEvent event) {
        String id = event.text("/team");
        if (event.is("team.formed")) {
            teams.put(id, new Team(event));
        }
        Team team = team(id);
        switch (event.name()) {
            case "team.formed" -> {
                team.areas.add(new Area(team.from, event.texts("/coverage")));
                RawEvent.each(event.body().get("members"))
                        .forEach(each -> team.memberships.add(
                                new Membership(each.get("member").asString(), team.from)));
            }
            case "team.coverage-changed" ->
                team.areas.add(new Area(event.day("/effectiveFrom"), event.texts("/coverage")));
            case "team.coverage-corrected" -> {
                List<Area> known = team.areas.stream()
                        .skip(1)
                        .filter(area -> area.from.equals(event.day("/enteredFrom")))
                        .toList();
                team.areas.removeAll(known);
                team.areas.add(new Area(event.day("/effectiveFrom"), known.getLast().units));
            }
            case "team.dissolved" -> team.last = event.day("/lastDay");
            case "team.dissolution-corrected" ->
                team.last = Objects.requireNonNullElse(event.dayIfAny("/lastDay"), LocalDate.MAX);
            case "team.member-enrolled" ->
                team.memberships.add(new Membership(event.text("/member"), event.day("/effectiveFrom")));
            case "team.membership-ended",
                    "team.membership-corrected",
                    "team.member-suspended",
                    "team.member-resumed",
                    "team.suspension-corrected" -> own(team, event).forEach(membership -> change(membership, event));
            case "team.renamed",
                    "team.renaming-corrected",
                    "team.founding-decision-corrected",
                    "team.leader-appointed",
                    "team.leader-relieved",
                    "team.deputy-appointed",
                    "team.deputy-relieved",
                    "team.appointment-corrected",
                    "team.appointment-withdrawn",
                    "team.flagged-leaderless",
                    "team.flagged-understaffed",
                    "team.staffing-restored",
                    "team.flagged-led-by-another",
                    "team.flagged-outdated",
                    "team.brought-up-to-date",
                    "team.consolidated",
                    "team.consolidation-corrected" -> {
                // says nothing about memberships or areas; of a consolidation other events do
            }
            default -> throw new IllegalStateException("not recounted: " + event);
        }
    }

    private static Stream<Membership> own(Team team, RawEvent event) {
        return List.copyOf(team.memberships).stream()
                .filter(membership -> membership.member.equals(event.textIfAny("/member")))
                .filter(membership ->
                        !membership.last().isBefore(membership.from)); // nothing changes one that never was
    }

    private static void change(Membership membership, RawEvent event) {
        boolean open = membership.until == null;
        switch (event.name()) {
            case "team.membership-ended" -> {
                LocalDate last = event.day("/lastDay");
                if (open || membership.includes(last)) {
                    membership.end(last);
                }
            }
            case "team.membership-corrected" -> {
                if (membership.from.equals(event.day("/enteredFrom"))) {
                    membership.from = event.day("/effectiveFrom");
                    membership.until = event.dayIfAny("/lastDay");
                }
            }
            case "team.member-suspended" -> {
                if (membership.includes(event.day("/firstDay"))) {
                    membership.suspensions.add(new LocalDate[] {event.day("/firstDay"), membership.last()});
                }
            }
            case "team.member-resumed" -> {
                if (membership.includes(event.day("/firstDay"))) {
                    membership.resume(event.day("/firstDay").minusDays(1));
                }
            }
            case "team.suspension-corrected" ->
                membership.suspensions.stream()
                        .filter(days -> days[0].equals(event.day("/enteredFrom")))
                        .findFirst()
                        .ifPresent(days -> {
                            membership.suspensions.remove(days);
                            LocalDate first = event.dayIfAny("/firstDay");
                            if (first != null) {
                                LocalDate last = event.dayIfAny("/lastDay");
                                membership.suspensions.add(
                                        new LocalDate[] {first, last == null ? LocalDate.MAX : last});
                            }
                        });
            default -> throw new IllegalStateException(event.toString());
        }
    }
}
