// Leaves the empty fields of a search out of its address.
document.addEventListener('formdata', ({ formData, target }) => {
  if (target.method !== 'get') return;
  for (const [name, value] of [...formData]) {
    if (value === '') formData.delete(name);
  }
});
