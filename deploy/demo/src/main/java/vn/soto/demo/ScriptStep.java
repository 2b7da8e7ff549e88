package vn.soto.demo;

import java.time.Instant;
import java.util.UUID;
import vn.soto.domain.shared.Command;

/**
 * One command of the script.
 *
 * @param at    simulated time at which it is sent
 * @param actor name of an invented account
 * @param lane  steps of one lane keep their order; others of the same day may overtake each other
 */
public record ScriptStep(Instant at, String actor, UUID id, Command command, String lane) {

    /** Lane of steps that wait for all before them, and for which all after them wait. */
    static final String ALONE = "";

    boolean alone() {
        return lane.equals(ALONE);
    }
}
