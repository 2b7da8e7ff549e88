package vn.soto.allinone.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.soto.contracts.access.Role;

/**
 * Settings {@code soto.accounts.*}.
 *
 * @param secondFactor roles whose accounts have to set up a second factor before they do anything else
 * @param reset        login name of an account that gets a one-time password at this start, in the file of the first
 *                     administrator's. It serves when nobody who could reset it can sign in.
 */
@ConfigurationProperties("soto.accounts")
public record AccountSettings(
        @DefaultValue Set<Role> secondFactor, @Nullable String reset) {

    public AccountSettings {
        secondFactor = Set.copyOf(secondFactor);
        reset = reset == null || reset.isBlank() ? null : reset.strip();
    }
}
