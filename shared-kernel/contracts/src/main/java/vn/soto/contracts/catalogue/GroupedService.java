package vn.soto.contracts.catalogue;

/** A service of the catalogue with the code of its group. */
public record GroupedService(ServiceCode service, String group) {}
