package vn.soto.contracts.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.MemberId;

/**
 * The person whom an account belongs to: a member of teams or the holder of an office. Two accounts of equal persons are
 * accounts of one person.
 */
public record LinkedPerson(
        @Nullable MemberId member, @Nullable HolderId holder) {

    public static LinkedPerson of(MemberId member) {
        return new LinkedPerson(member, null);
    }

    public static LinkedPerson of(HolderId holder) {
        return new LinkedPerson(null, holder);
    }

    Set<String> tags() {
        if (member != null) {
            return Set.of("member:" + member);
        }
        return holder == null ? Set.of() : Set.of("holder:" + holder);
    }
}
