package vn.soto.contracts.access;

import java.time.LocalDate;
import java.util.Optional;
import vn.soto.contracts.shared.StateRefusals;

/**
 * A record, as far as it decides whether a sender who may correct own records alone may correct it.
 *
 * @param own     whether all that was stated of it came from the sender
 * @param lastDay on which its sender may correct it
 */
public record OwnRecordStage(boolean own, LocalDate lastDay) {

    /**
     * A statement belongs to the person of the account at that time; without one, to the account.
     *
     * @param then person of the account that made the statement, on that day
     * @param now  person of the sender today
     */
    public static boolean isOwn(
            String account, Optional<LinkedPerson> then, String sender, Optional<LinkedPerson> now) {
        return (then.isPresent() && now.isPresent()) ? then.equals(now) : account.equals(sender);
    }

    public boolean isInTime(LocalDate today) {
        return !today.isAfter(lastDay);
    }

    /** Adds what it refuses of these commands to what the record itself does. */
    public StateRefusals refuse(StateRefusals refusals, LocalDate today, String... commands) {
        return refusals.unless(own, "OWN_RECORD_CAME_FROM_THE_SAME_ACCOUNT", commands)
                .unless(isInTime(today), "OWN_RECORD_IS_CORRECTED_IN_TIME", commands);
    }
}
