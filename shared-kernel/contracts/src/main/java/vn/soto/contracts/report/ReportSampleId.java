package vn.soto.contracts.report;

import vn.soto.contracts.shared.Id;

public record ReportSampleId(String value) implements Id {

    public ReportSampleId {
        Id.checked(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
