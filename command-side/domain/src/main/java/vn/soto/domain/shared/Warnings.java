package vn.soto.domain.shared;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Flagging;
import vn.soto.contracts.team.MemberId;

/** Derives warnings from a commit's events alone, so that a repeated command gets the same ones. */
public final class Warnings {

    private Warnings() {}

    public static List<Warning> of(List<DomainEvent> events) {
        Set<MemberId> relieved = relieved(events);
        return events.stream()
                .flatMap(event -> event instanceof Flagging flagging ? Stream.of(flagging) : Stream.empty())
                .filter(event -> !(event instanceof CaseloadChanged changed && relieved.contains(changed.member())))
                .flatMap(event -> event.flag().stream())
                .map(flag -> new Warning(flag.code(), flag.arguments()))
                .toList();
    }

    /** Members who gave up a household. Their caseload decreased, so it raises no warning. */
    private static Set<MemberId> relieved(List<DomainEvent> events) {
        return events.stream()
                .flatMap(event -> switch (event) {
                    case HouseholdReassigned reassigned -> Stream.of(reassigned.from());
                    case HouseholdUnassigned unassigned -> Stream.of(unassigned.from());
                    default -> Stream.<Responsible>empty();
                })
                .map(Responsible::member)
                .collect(Collectors.toSet());
    }
}
