package vn.soto.ledger;

/** The store is sound but holds another ledger: another origin, another program's file, or a newer version. */
public final class WrongLedgerException extends RuntimeException {

    private static final String DEMO = "demo/";

    public WrongLedgerException(String message) {
        super(message);
    }

    /** @param place place of the ledger, in Vietnamese and in English, such as "Tệp x" and "File x" */
    public static WrongLedgerException other(String place, String placeInEnglish, String stored, String wanted) {
        return new WrongLedgerException(
                "%s là sổ cái \"%s\", không phải \"%s\". / %s is the ledger \"%s\", not \"%s\". %s"
                        .formatted(place, stored, wanted, placeInEnglish, stored, wanted, reason(stored, wanted)));
    }

    private static String reason(String stored, String wanted) {
        if (stored.startsWith(DEMO) && !wanted.startsWith(DEMO)) {
            return "Đây là sổ thử nghiệm, hệ thống chính thức không mở. / "
                    + "It is a demonstration ledger; a production system does not open it.";
        }
        if (wanted.startsWith(DEMO) && !stored.startsWith(DEMO)) {
            return "Đây là sổ chính thức, bản thử nghiệm không mở. / "
                    + "It is a production ledger; a demonstration does not open it.";
        }
        return "Hãy kiểm tra đường dẫn và tên sổ trong cấu hình. / "
                + "Check the path and the ledger's name in the configuration.";
    }
}
