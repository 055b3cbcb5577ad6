package io.proctemplate.domain.template;

import io.proctemplate.domain.field.Constraint;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violations;

/**
 * The account of the supplier a template belongs to, a short text.
 *
 * <pre>{@code
 * Violations.Collector out = new Violations.Collector();
 * SupplierAccounts.check("a\nb", Path.root().member("bk_supplier_account"), out); // fine
 * SupplierAccounts.check(" 0", Path.root().member("bk_supplier_account"), out); // begins with white space
 * }</pre>
 *
 * @since 0.1.0
 */
public final class SupplierAccounts {
    /** The account of what is created without one being named (wire contract, section 3). */
    public static final String DEFAULT = "0";

    /** The name on the wire. */
    public static final String PARAMETER = "bk_supplier_account";

    private static final Constraint<String> LENGTH = new Constraint.MaxBytes(256);
    private static final Constraint<String> FORM = new Constraint.WellFormed();

    private SupplierAccounts() {}

    /** {@code account}, or the default one if it is empty. */
    public static String orDefault(String account) {
        return account.isEmpty() ? DEFAULT : account;
    }

    /** Reports to {@code out} what keeps {@code account} from being stored. */
    public static void check(String account, Path at, Violations.Collector out) {
        LENGTH.check(account, at, out);
        FORM.check(account, at, out);
    }
}
