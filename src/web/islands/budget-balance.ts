/**
 * 枠の残り while amounts are typed: the sum of each expense class against its frame. The server decides; without this
 * script the button 「枠のなかで配分する」 says the same.
 */
const amountOf = (text: string): number => {
  const plain = text
    .normalize('NFKC')
    .replace(/[,\s]|千円/gu, '')
    .replace(/^[−▲△]/u, '-');
  return /^-?\d{1,15}$/u.test(plain) ? Number(plain) : 0;
};

const words = (amount: number): string => `${amount.toLocaleString('ja-JP')}千円`;

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-budget-form]')) {
  const typed = () => {
    const sums = new Map<string, number>();
    for (const input of form.querySelectorAll<HTMLInputElement>('input[data-budget-class]')) {
      const key = input.dataset.budgetClass ?? '';
      const declined = input
        .closest('td')
        ?.querySelector<HTMLInputElement>('input[data-budget-decline]')?.checked;
      const amount = declined ? Number(input.dataset.budgetStored) : amountOf(input.value);
      sums.set(key, (sums.get(key) ?? 0) + amount);
    }
    return sums;
  };
  const show = () => {
    const sums = typed();
    for (const left of document.querySelectorAll<HTMLElement>('[data-budget-left]')) {
      const key = left.dataset.budgetLeft ?? '';
      const sum = (sums.get(key) ?? 0) + Number(left.dataset.budgetElsewhere);
      const rest = Number(left.dataset.budgetFrame) - sum;
      left.textContent = rest < 0 ? `${words(rest)}（枠を超えています）` : words(rest);
      left.classList.toggle('budget-over', rest < 0);
      const place = document.querySelector(`[data-budget-sum="${CSS.escape(key)}"]`);
      if (place !== null) place.textContent = words(sum);
    }
  };
  form.addEventListener('input', show);
  show();
}
