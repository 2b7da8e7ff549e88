package vn.soto.query.planted;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A record of help that was made up by chance.
 *
 * @param at         of the help, in Việt Nam
 * @param recorded   in Việt Nam
 * @param way        SELF_PERFORMED, DEMONSTRATED or DONE_ON_BEHALF
 * @param noteLength characters of the note; absent without one
 */
public record PlantedHelp(
        String member,
        String household,
        String service,
        String channel,
        String way,
        LocalDateTime at,
        LocalDateTime recorded,
        String phone,
        @Nullable Integer noteLength) {

    PlantedHelp at(LocalDateTime other) {
        boolean after = recorded.isBefore(other);
        return new PlantedHelp(
                member, household, service, channel, way, other, after ? other : recorded, phone, noteLength);
    }

    PlantedHelp recorded(LocalDateTime other) {
        return new PlantedHelp(member, household, service, channel, way, at, other, phone, noteLength);
    }

    PlantedHelp to(String other, String through) {
        return new PlantedHelp(member, other, service, through, way, at, recorded, phone, noteLength);
    }

    PlantedHelp way(String other) {
        return new PlantedHelp(member, household, service, channel, other, at, recorded, phone, noteLength);
    }

    PlantedHelp phone(String other) {
        return new PlantedHelp(member, household, service, channel, way, at, recorded, other, noteLength);
    }

    PlantedHelp note(@Nullable Integer length) {
        return new PlantedHelp(member, household, service, channel, way, at, recorded, phone, length);
    }
}
