package vn.soto.page.help;

import java.util.List;
import java.util.Optional;

/**
 * Four steps with which a role begins; their texts are {@code help.<role>.<step>}.
 *
 * @param role   as the address of its page says it
 * @param places where each step leads
 */
public record Tour(String role, List<String> places) {

    public static final List<Tour> ALL = List.of(
            new Tour("member", List.of("/", "/", "/commands", "/help/words")),
            new Tour("leader", List.of("/", "/", "/", "/help/words")),
            new Tour("officer", List.of("/", "/", "/", "/units")),
            new Tour("administrator", List.of("/plans?state=awaiting-approval", "/corrections", "/units", "/policy")),
            new Tour("auditor", List.of("/", "/units", "/", "/verify")),
            new Tour("viewer", List.of("/", "/units", "/units", "/help/words")),
            new Tour("operator", List.of("/actuator/health", "/help/words", "/help/words", "/verify")),
            new Tour("organisation-officer", List.of("/", "/teams", "/organisations", "/help/words")));

    public static Optional<Tour> of(String role) {
        return ALL.stream().filter(tour -> tour.role.equals(role)).findFirst();
    }

    public int steps() {
        return places.size();
    }

    /** Where a step, counted from 1, leads. */
    public String place(int step) {
        return places.get(step - 1);
    }
}
