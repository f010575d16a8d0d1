const container = document.getElementById('redoc');
Redoc.init('/openapi.json', { nonce: container.dataset.nonce }, container);
