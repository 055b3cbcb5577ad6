package io.proctemplate.domain.template;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation.Contradiction;
import io.proctemplate.domain.violation.Violation.Kind;
import io.proctemplate.domain.violation.Violation.WrongType;
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
        readBusiness(object.find(BUSINESS), at.member(BUSINESS), out);
        readSupplierAccount(object.find(SUPPLIER_ACCOUNT), at.member(SUPPLIER_ACCOUNT), out);
    }

    private void readBusiness(@Nullable Node sent, Path at, Violations.Collector out) {
        Node bare = unwrapped(sent);
        if (bare instanceof Scalar.Number number) {
            if (number.value() != businessId) {
                out.error(new Contradiction(placeOf(sent, at), businessId, number.value()));
            }
        } else if (bare != Node.Null.NULL) {
            out.error(new WrongType(placeOf(sent, at), Kind.INTEGER, bare.excerpt()));
        }
    }

    private void readSupplierAccount(@Nullable Node sent, Path at, Violations.Collector out) {
        Node bare = unwrapped(sent);
        if (bare instanceof Scalar.Text text) {
            SupplierAccounts.check(text.value(), placeOf(sent, at), out);
            supplierAccount = text.value().isEmpty() ? supplierAccount : text.value();
        } else if (bare != Node.Null.NULL) {
            out.error(new WrongType(placeOf(sent, at), Kind.TEXT, bare.excerpt()));
        }
    }

    private static Node unwrapped(@Nullable Node sent) {
        Node inner = sent instanceof Node.Mapping wrapped ? wrapped.find(TemplatedField.VALUE) : sent;
        return inner == null ? Node.Null.NULL : inner;
    }

    private static Path placeOf(@Nullable Node sent, Path at) {
        return sent instanceof Node.Mapping ? at.member(TemplatedField.VALUE) : at;
    }

    String supplierAccount() {
        return supplierAccount;
    }
}
