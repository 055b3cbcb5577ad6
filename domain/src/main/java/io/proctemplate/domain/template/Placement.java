package io.proctemplate.domain.template;

import io.proctemplate.domain.field.Field;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Kind;
import io.proctemplate.domain.violation.Violations;
import org.jspecify.annotations.Nullable;

/**
 * The two keys by which an item or its spec may say where it belongs: the business, which must be the request's, and the
 * supplier account, which counts for this item. Bare or wrapped as {@code {"value": …}} (wire contract, section 4.1).
 */
final class Placement {
    static final String BUSINESS = "bk_biz_id";
    static final String SUPPLIER_ACCOUNT = "bk_supplier_account";

    private final long businessId;
    private String supplierAccount;

    Placement(long businessId, String supplierAccount) {
        this.businessId = businessId;
        this.supplierAccount = supplierAccount;
    }

    static boolean isKey(String name) {
        return name.equals(BUSINESS) || name.equals(SUPPLIER_ACCOUNT);
    }

    /** Takes what {@code object}, an item or its spec, says; a later call wins over an earlier one. */
    void read(Node.Mapping object, Path at, Violations.Collector out) {
        Path business = at.member(BUSINESS);
        unwrap(object.find(BUSINESS), business, out, this::readBusiness);
        Path account = at.member(SUPPLIER_ACCOUNT);
        unwrap(object.find(SUPPLIER_ACCOUNT), account, out, this::readSupplierAccount);
    }

    private void readBusiness(Node sent, Path at, Violations.Collector out) {
        if (!(sent instanceof Scalar.Number number)) {
            out.error(Violation.wrongType(at, Kind.INTEGER, sent.excerpt()));
        } else if (number.value() != businessId) {
            out.error(Violation.contradiction(at, businessId, number.value()));
        }
    }

    private void readSupplierAccount(Node sent, Path at, Violations.Collector out) {
        if (!(sent instanceof Scalar.Text text)) {
            out.error(Violation.wrongType(at, Kind.TEXT, sent.excerpt()));
            return;
        }
        SupplierAccounts.check(text.value(), at, out);
        supplierAccount = text.value().isEmpty() ? supplierAccount : text.value();
    }

    /** Hands the value to {@code reader}, out of its wrapping if it has one; nothing and null say nothing. */
    private static void unwrap(@Nullable Node sent, Path at, Violations.Collector out, Reader reader) {
        if (!(sent instanceof Node.Mapping wrapped)) {
            readUnlessNull(sent, at, out, reader);
            return;
        }
        for (int i = 0; i < wrapped.size(); i++) {
            String name = wrapped.name(i);
            switch (name) {
                case TemplatedField.VALUE -> readUnlessNull(wrapped.node(i), at.member(name), out, reader);
                case TemplatedField.AS_DEFAULT_VALUE -> Field.readLock(wrapped.node(i), at, out);
                default -> out.warning(Violation.unknownKey(at.member(name), name));
            }
        }
    }

    private static void readUnlessNull(@Nullable Node sent, Path at, Violations.Collector out, Reader reader) {
        if (sent != null && sent != Node.Null.NULL) {
            reader.read(sent, at, out);
        }
    }

    private interface Reader {
        void read(Node sent, Path at, Violations.Collector out);
    }

    String supplierAccount() {
        return supplierAccount;
    }
}
