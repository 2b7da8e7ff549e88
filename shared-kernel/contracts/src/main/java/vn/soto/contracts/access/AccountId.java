package vn.soto.contracts.access;

/**
 * The name of an authenticated principal, as it is the actor of commits: 1 to {@value #LONGEST} characters without control
 * characters or spaces at the ends. Issuers of tokens choose the form, so it is not an {@link vn.soto.contracts.shared.Id}.
 */
public record AccountId(String value) implements Comparable<AccountId> {

    public static final int LONGEST = 200;

    public AccountId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("the name of an account has 1 to 200 characters, none of them a control"
                    + " character, and no spaces at the ends");
        }
    }

    public static AccountId parse(String value) {
        return new AccountId(value);
    }

    public static boolean isWellFormed(String value) {
        return !value.isEmpty()
                && value.length() <= LONGEST
                && value.strip().equals(value)
                && value.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
